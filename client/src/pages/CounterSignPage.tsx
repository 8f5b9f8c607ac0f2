import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { ToCounterSignOneQuery } from '../generated/graphql.ts';
import {
  counterAnswerOf,
  CounterSheet,
  missingFromAnswer,
  sayCounterAnswer,
  useCounterDraft,
} from '../pack/CounterSheet.tsx';
import { paths } from '../paths.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const ToCounterSignOne = graphql(`
  query ToCounterSignOne($id: ID!) {
    counterSignature(id: $id) {
      id
      version
      state
      returnerName
      agreedText
      viewerActions
      sheet {
        ...CounterSheetFields
      }
    }
  }
`);
const SettleCounterSignature = graphql(`
  mutation SettleCounterSignature($input: SettleCounterSignatureInput!) {
    settleCounterSignature(input: $input) {
      ... on CounterSignatureSettled {
        counterSignature {
          id
          version
          state
          viewerActions
        }
      }
      ... on SettleCounterSignatureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const TakeBackCounterSignature = graphql(`
  mutation TakeBackCounterSignature($input: ChangeCounterSignatureInput!) {
    takeBackCounterSignature(input: $input) {
      ... on CounterSignatureTakenBack {
        counterSignature {
          id
          version
          state
          viewerActions
        }
      }
      ... on TakeBackCounterSignatureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Counter-sign a cover sheet';

/** A counter-signatory who is signed in signs, sends the record back, or takes a signature back. */
export function CounterSignPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(ToCounterSignOne, { id }, 'the cover sheet');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { counterSignature: signature } = data;
  if (signature === null) return <NotFoundPage />;
  if (signature.viewerActions.includes('SETTLE')) return <SettleForm signature={signature} readAgain={retry} />;
  if (signature.viewerActions.includes('TAKE_BACK')) return <TakeBackForm signature={signature} readAgain={retry} />;
  return (
    <Page title="There is nothing to sign" backHref={paths.toCounterSign}>
      <p>This was answered already, or the question was taken back.</p>
    </Page>
  );
}

interface FormProps {
  signature: NonNullable<ToCounterSignOneQuery['counterSignature']>;
  readAgain: () => void;
}

function SettleForm({ signature, readAgain }: FormProps) {
  const { sheet } = signature;
  const [draft, setDraft] = useCounterDraft();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(SettleCounterSignature);
  const navigate = useNavigate();
  const send = () =>
    submit(missingFromAnswer(draft), async () => {
      const outcome = await run({
        counterSignatureId: signature.id,
        expectedVersion: signature.version,
        ...counterAnswerOf(draft, sheet),
      });
      if ('problem' in outcome) return outcome;
      const { settleCounterSignature: answer } = outcome.data;
      if (answer.__typename === 'SettleCounterSignatureRefused') {
        if (isConflict(answer.refusals) || answer.refusals.some(({ rule }) => rule === 'RECORD_IS_AS_SEEN'))
          readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      await navigate(paths.toCounterSign, { state: { said: `You have answered ${signature.returnerName}.` } });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${sheet.returnerName}, ${sheet.describedAs}`}
      backHref={paths.toCounterSign}
      sending={sending}
      send={sayCounterAnswer(draft)}
      onSend={() => void send()}
      beside={<Link href={paths.toCounterSign}>Not now</Link>}
    >
      <CounterSheet sheet={sheet} draft={draft} onChange={setDraft} errors={sending.errors} />
    </FormPage>
  );
}

function TakeBackForm({ signature, readAgain }: FormProps) {
  const { submit, ...sending } = useSending();
  const { run } = useCommand(TakeBackCounterSignature);
  const navigate = useNavigate();
  const send = () =>
    submit([], async () => {
      const outcome = await run({ counterSignatureId: signature.id, expectedVersion: signature.version });
      if ('problem' in outcome) return outcome;
      const { takeBackCounterSignature: answer } = outcome.data;
      if (answer.__typename === 'TakeBackCounterSignatureRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      await navigate(paths.toCounterSign, { state: { said: 'Your signature is taken back.' } });
      return { done: true };
    });
  return (
    <FormPage
      title="You have signed this cover sheet"
      caption={signature.returnerName}
      backHref={paths.toCounterSign}
      sending={sending}
      send="Take my signature back"
      sendLook="warning"
      onSend={() => void send()}
      beside={<Link href={paths.toCounterSign}>Leave it as it is</Link>}
    >
      <p>If you signed by mistake, or something in the record is wrong, you can take the signature back.</p>
      <p className="rtp-typed">{signature.agreedText}</p>
    </FormPage>
  );
}
