import { Navigate, useLocation } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { EvidenceList } from '../evidence/EvidenceList.tsx';
import { saySize } from '../evidence/words.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';

const MyEvidence = graphql(`
  query MyEvidence {
    viewer {
      returner {
        id
        evidence(first: 100) {
          countUpTo1000
          nodes {
            ...EvidenceFields
          }
        }
        evidenceRoom {
          bytes
          bytesAtMost
          files
        }
      }
    }
  }
`);

const title = 'Your evidence';

/** Every file of a person: what it is, what it is for, and whether it was checked. */
export function EvidencePage() {
  const { data, instead } = useAnswer(MyEvidence, {}, 'your evidence');
  const said = readSaid(useLocation().state);
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const { evidence, evidenceRoom: room } = returner;
  const unfiled = evidence.nodes.filter(({ filedAt }) => filedAt === null);
  const filed = evidence.nodes.filter(({ filedAt }) => filedAt !== null);
  return (
    <Page title={title} backHref={paths.pathway} width="wide">
      {said === undefined ? null : (
        <Notice heading="Done" look="success">
          <p>{said}</p>
        </Notice>
      )}
      <p>
        Keep certificates, proof of study and certified copies here, tied to the days, standards or form lines that they
        are for. They are yours alone. A supervisor who is asked to confirm a day sees what you file with that day,
        signed in or by the link in their e-mail, and whoever assesses you sees what you file under the standards that
        they look at. They can open a file once it was checked for viruses. Where this service has no virus checker,
        they see its name and you show them the file yourself.
      </p>
      <div className="rtp-actions">
        <ButtonLink href={paths.addEvidence}>Add a file</ButtonLink>
      </div>
      {unfiled.length === 0 ? null : (
        <>
          <h2>To finish</h2>
          <p>Say what these are. What is not filed is forgotten 24 hours after you sent it.</p>
          <EvidenceList caption="Files that are not filed" files={unfiled} />
        </>
      )}
      {filed.length === 0 ? (
        unfiled.length === 0 ? (
          <Empty>
            <p>
              You have no files here yet. A good first one is the certificate of a course that you log as formal study.
            </p>
          </Empty>
        ) : null
      ) : (
        <>
          <h2>Filed</h2>
          <EvidenceList caption="Filed files" files={filed} />
        </>
      )}
      {evidence.countUpTo1000 > evidence.nodes.length ? (
        <p>
          These are the newest {evidence.nodes.length} of {evidence.countUpTo1000} files.
        </p>
      ) : null}
      {room === null ? null : (
        <p>
          You use {saySize(room.bytes)} of {saySize(room.bytesAtMost)}.
        </p>
      )}
    </Page>
  );
}
