import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SignOffToSettleQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { answersOf, missingComments, sayAnswer, SignDays, useSigningDraft } from '../sign-off/SignDays.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const SignOffToSettle = graphql(`
  query SignOffToSettle($id: ID!) {
    signOff(id: $id) {
      id
      version
      returnerName
      siteName
      viewerActions
      days {
        ...SignOffDayFields
      }
      statement {
        ...SignOffStatementFields
      }
    }
  }
`);

const SettleSignOff = graphql(`
  mutation SettleSignOff($input: SettleSignOffInput!) {
    settleSignOff(input: $input) {
      ... on SignOffSettled {
        signOff {
          id
          version
          state
          viewerActions
        }
      }
      ... on SettleSignOffRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Confirm days of supervised practice';

/** A supervisor who is signed in confirms days, or sends some back. */
export function SignOffPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(SignOffToSettle, { id }, 'the days');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { signOff } = data;
  if (signOff === null) return <NotFoundPage />;
  return signOff.viewerActions.includes('SETTLE') ? (
    <SettleForm signOff={signOff} readAgain={retry} />
  ) : (
    <Page title="There is nothing to sign" backHref={paths.toSign}>
      <p>These days were answered already, or the question was taken back.</p>
    </Page>
  );
}

interface SettleFormProps {
  signOff: NonNullable<SignOffToSettleQuery['signOff']>;
  readAgain: () => void;
}

function SettleForm({ signOff, readAgain }: SettleFormProps) {
  const { statement } = signOff;
  const days = signOff.days.filter(({ state }) => state === 'WAITING');
  const [draft, setDraft] = useSigningDraft();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(SettleSignOff);
  const navigate = useNavigate();
  const send = () =>
    submit(missingComments(days, draft), async () => {
      const outcome = await run({
        signOffId: signOff.id,
        expectedVersion: signOff.version,
        days: answersOf(days, draft),
        wordingVersion: statement.version,
      });
      if ('problem' in outcome) return outcome;
      const { settleSignOff: answer } = outcome.data;
      if (answer.__typename === 'SettleSignOffRefused') {
        if (isConflict(answer.refusals) || answer.refusals.some(({ rule }) => rule === 'DAYS_ARE_AS_SEEN')) readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      await navigate(paths.toSign, { state: { said: `You have answered ${signOff.returnerName}.` } });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${signOff.returnerName}, ${signOff.siteName}`}
      backHref={paths.toSign}
      sending={sending}
      send={sayAnswer(days, draft)}
      onSend={() => void send()}
      beside={<Link href={paths.toSign}>Not now</Link>}
    >
      <SignDays days={days} statement={statement} draft={draft} onChange={setDraft} errors={sending.errors} />
    </FormPage>
  );
}
