import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { OneEvidence } from '../evidence/evidence.ts';
import { graphql } from '../generated/gql.ts';
import type { EvidenceFieldsFragment } from '../generated/graphql.ts';
import { evidencePath, paths } from '../paths.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const RemoveEvidence = graphql(`
  mutation RemoveEvidence($input: RemoveEvidenceInput!) {
    removeEvidence(input: $input) {
      ... on EvidenceRemoved {
        returner {
          id
        }
      }
      ... on RemoveEvidenceRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Asks once more before a file is removed for good. */
export function RemoveEvidencePage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(OneEvidence, { id }, 'this file');
  if (data === undefined) return <Page title="Remove a file">{instead}</Page>;
  return data.node?.__typename === 'Evidence' ? (
    <RemoveForm evidence={data.node} readAgain={retry} />
  ) : (
    <NotFoundPage />
  );
}

function RemoveForm({ evidence, readAgain }: { evidence: EvidenceFieldsFragment; readAgain: () => void }) {
  const { submit, ...sending } = useSending();
  const { run } = useCommand(RemoveEvidence);
  const navigate = useNavigate();
  const send = () =>
    submit([], async () => {
      const outcome = await run({ evidenceId: evidence.id, expectedVersion: evidence.version });
      if ('problem' in outcome) return outcome;
      const { removeEvidence } = outcome.data;
      if (removeEvidence.__typename === 'RemoveEvidenceRefused') {
        if (isConflict(removeEvidence.refusals)) readAgain();
        return { errors: errorsFrom(removeEvidence.refusals, () => undefined) };
      }
      await navigate(paths.evidence, { state: { said: 'The file is gone.' } });
      return { done: true };
    });
  return (
    <FormPage
      title="Remove this file for good?"
      caption="Your evidence"
      backHref={evidencePath(evidence.id)}
      sending={sending}
      send="Yes, remove it"
      sendLook="warning"
      onSend={() => void send()}
      beside={<Link href={paths.evidence}>No, keep it</Link>}
    >
      <p>
        <strong>{evidence.title ?? 'A file that is not filed yet'}</strong>
      </p>
      <p>Its content is wiped out at once, and cannot be brought back. Nobody who could see it sees it any more.</p>
    </FormPage>
  );
}
