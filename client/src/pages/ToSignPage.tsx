import { useLocation } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { paths, signOffPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayHours } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';

const ToSign = graphql(`
  query ToSign {
    signOffsToDo {
      signOffId
      returnerName
      siteName
      askedOn
      days
      minutes
      isBlocked
    }
  }
`);

/** A supervisor's list over all returners: who is held up comes first. */
export function ToSignPage() {
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(ToSign, {}, 'what waits for you');
  return (
    <Page
      title="Days to sign"
      width="wide"
      backHref={paths.home}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <p>
        You confirm days, and nothing more: only HCPC decides who is readmitted. A signature is provisional until your
        organisation has confirmed your e-mail address.
      </p>
      {data === undefined ? (
        instead
      ) : data.signOffsToDo.length === 0 ? (
        <Empty>
          <p>No days wait for your signature.</p>
        </Empty>
      ) : (
        <DataTable
          caption="Days that wait for your signature"
          hideCaption
          columns={[
            {
              heading: 'Returner',
              cell: ({ signOffId, returnerName }) => <Link href={signOffPath(signOffId)}>{returnerName}</Link>,
            },
            { heading: 'Site', cell: ({ siteName }) => siteName },
            { heading: 'Days', cell: ({ days, minutes }) => `${days} (${sayHours(minutes)})` },
            { heading: 'Asked on', cell: ({ askedOn }) => sayDate(askedOn) },
            {
              heading: 'Urgent',
              cell: ({ isBlocked }) => (isBlocked ? <Tag colour="orange">Holds them up</Tag> : 'Not yet'),
            },
          ]}
          rows={data.signOffsToDo}
          rowKey={({ signOffId }) => signOffId}
        />
      )}
    </Page>
  );
}
