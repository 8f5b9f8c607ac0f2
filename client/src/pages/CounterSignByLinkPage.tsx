import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { CounterSheetFieldsFragment, CounterSignatureState } from '../generated/graphql.ts';
import {
  counterAnswerOf,
  CounterSheet,
  missingFromAnswer,
  sayCounterAnswer,
  useCounterDraft,
} from '../pack/CounterSheet.tsx';
import { AnsweredByLink } from '../sign-off/AnsweredByLink.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const SheetToCounterSign = graphql(`
  query SheetToCounterSign($token: String!) {
    counterSignatureSheet(token: $token) {
      ...CounterSheetFields
    }
  }
`);
const CounterSignByLink = graphql(`
  mutation CounterSignByLink($input: SettleCounterSignatureByLinkInput!) {
    settleCounterSignatureByLink(input: $input) {
      ... on CounterSignatureSettledByLink {
        state
      }
      ... on SettleCounterSignatureByLinkRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Counter-sign a cover sheet';

/** Where the link of a counter-signatory leads. */
export const CounterSignByLinkPage = () => (
  <AnsweredByLink<CounterSignatureState> answered={(state) => <Answered state={state} />} spent={<LinkIsSpent />}>
    {(token, onAnswered) => <Sheet token={token} onAnswered={onAnswered} />}
  </AnsweredByLink>
);

interface SheetProps {
  token: string;
  onAnswered: (state: CounterSignatureState) => void;
}

function Sheet({ token, onAnswered }: SheetProps) {
  const { data, instead, retry } = useAnswer(SheetToCounterSign, { token }, 'the cover sheet');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { counterSignatureSheet: sheet } = data;
  return sheet === null ? (
    <LinkIsSpent />
  ) : (
    <SignForm sheet={sheet} token={token} onAnswered={onAnswered} readAgain={retry} />
  );
}

const LinkIsSpent = () => (
  <Page title="This link does not work">
    <p>A link works once, and for 7 days. It stops when the returner sends a newer one or takes the question back.</p>
    <p>Nothing was signed. Ask the returner to remind you: you then get a new link.</p>
  </Page>
);

const Answered = ({ state }: { state: CounterSignatureState }) => (
  <Page title={state === 'SIGNED' ? 'Thank you. The cover sheet is signed' : 'The record is sent back'} takesFocus>
    <p>
      {state === 'SIGNED'
        ? 'The returner is told, and you get an e-mail that says what was signed in your name.'
        : 'The returner sees your comment and can put the record right.'}
    </p>
    <p>You can close this page.</p>
  </Page>
);

interface SignFormProps extends SheetProps {
  sheet: CounterSheetFieldsFragment;
  readAgain: () => void;
}

function SignForm({ sheet, token, onAnswered, readAgain }: SignFormProps) {
  const [draft, setDraft] = useCounterDraft();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(CounterSignByLink);
  const send = () =>
    submit(missingFromAnswer(draft), async () => {
      const outcome = await run({ token, ...counterAnswerOf(draft, sheet) });
      if ('problem' in outcome) return outcome;
      const { settleCounterSignatureByLink: answer } = outcome.data;
      if (answer.__typename === 'SettleCounterSignatureByLinkRefused') {
        readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      onAnswered(answer.state);
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${sheet.returnerName}, ${sheet.describedAs}`}
      sending={sending}
      send={sayCounterAnswer(draft)}
      onSend={() => void send()}
      intro={
        <p>
          {sheet.returnerName} asks you, {sheet.counterSignatoryName}, to look at the whole updating and sign the cover
          sheet. If you are not {sheet.counterSignatoryName}, close this page.
        </p>
      }
    >
      <CounterSheet sheet={sheet} draft={draft} onChange={setDraft} errors={sending.errors} />
    </FormPage>
  );
}
