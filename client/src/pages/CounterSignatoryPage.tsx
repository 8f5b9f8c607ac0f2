import { useState } from 'react';
import { Navigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { MyCounterSignatureQuery } from '../generated/graphql.ts';
import { PackFindings } from '../pack/PackFindings.tsx';
import { counterSignatureWords } from '../pack/words.ts';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Details, Notice } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { ErrorSummary, errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const MyCounterSignature = graphql(`
  query MyCounterSignature {
    viewer {
      returner {
        id
        pack {
          findings {
            section
            ...PackFindingFields
          }
        }
        counterSignature {
          id
          version
          state
          displayName
          email
          hcpcNumber
          lookedUpOn
          isOnRegister
          askedOn
          linkSentOn
          linkEndsAt
          comment
          signedAt
          agreedText
          viewerActions
        }
      }
    }
  }
`);
const NameCounterSignatory = graphql(`
  mutation NameCounterSignatory($input: NameCounterSignatoryInput!) {
    nameCounterSignatory(input: $input) {
      ... on CounterSignatoryNamed {
        returner {
          id
          counterSignature {
            id
            version
            state
          }
        }
      }
      ... on NameCounterSignatoryRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const AskCounterSignature = graphql(`
  mutation AskCounterSignature($input: ChangeCounterSignatureInput!) {
    askCounterSignature(input: $input) {
      ... on CounterSignatureAsked {
        counterSignature {
          id
          version
          state
        }
      }
      ... on AskCounterSignatureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const WithdrawCounterSignature = graphql(`
  mutation WithdrawCounterSignature($input: ChangeCounterSignatureInput!) {
    withdrawCounterSignature(input: $input) {
      ... on CounterSignatureWithdrawn {
        counterSignature {
          id
          version
          state
        }
      }
      ... on WithdrawCounterSignatureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Returner = NonNullable<MyCounterSignatureQuery['viewer']['returner']>;
type Signature = NonNullable<Returner['counterSignature']>;
const title = 'Your counter-signatory';

/** Who signs the cover sheet: naming, asking, reminding, and how it stands. */
export function CounterSignatoryPage() {
  const { data, instead, retry } = useAnswer(MyCounterSignature, {}, 'your counter-signatory');
  const [isNaming, setNaming] = useState(false);
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const { counterSignature: signature } = returner;
  if (signature === null || isNaming)
    return (
      <NameForm
        returnerId={returner.id}
        isReplacing={signature !== null}
        onNamed={() => {
          setNaming(false);
          retry();
        }}
        onCancel={signature === null ? undefined : () => setNaming(false)}
      />
    );
  return <Named returner={returner} signature={signature} readAgain={retry} onAnother={() => setNaming(true)} />;
}

interface NamedProps {
  returner: Returner;
  signature: Signature;
  readAgain: () => void;
  onAnother: () => void;
}

function Named({ returner, signature, readAgain, onAnother }: NamedProps) {
  const { submit, busy, errors, problem } = useSending();
  const [said, setSaid] = useState<string>();
  const asking = useCommand(AskCounterSignature);
  const withdrawing = useCommand(WithdrawCounterSignature);
  const which = { counterSignatureId: signature.id, expectedVersion: signature.version };
  const ask = () =>
    submit([], async () => {
      setSaid(undefined);
      const outcome = await asking.run(which);
      if ('problem' in outcome) return outcome;
      const { askCounterSignature: answer } = outcome.data;
      if (answer.__typename === 'AskCounterSignatureRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      setSaid(`${signature.displayName} is asked, by a link that works for 7 days.`);
      readAgain();
      return { done: true };
    });
  const withdraw = () =>
    submit([], async () => {
      setSaid(undefined);
      const outcome = await withdrawing.run(which);
      if ('problem' in outcome) return outcome;
      const { withdrawCounterSignature: answer } = outcome.data;
      if (answer.__typename === 'WithdrawCounterSignatureRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      setSaid('The question is taken back. The link works no more.');
      readAgain();
      return { done: true };
    });
  const about = (returner.pack?.findings ?? []).filter(({ section }) => section === 'COVER_SHEET');
  const before = (returner.pack?.findings ?? []).filter(
    ({ section, stops }) => stops && (section === 'UPDATING' || section === 'SUPERVISION'),
  );
  return (
    <Page
      title={title}
      backHref={paths.pack}
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {said === undefined ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
        </>
      }
    >
      <SummaryList
        rows={[
          { key: 'Name', value: signature.displayName },
          { key: 'How it stands', value: counterSignatureWords[signature.state] },
          { key: 'Registration number', value: signature.hcpcNumber },
          {
            key: 'On the Register',
            value: `${signature.isOnRegister ? 'Yes' : 'No'}, as you saw on ${sayDate(signature.lookedUpOn)}`,
          },
          { key: 'E-mail address', value: signature.email },
          ...(signature.state === 'ASKED' && signature.linkSentOn !== null
            ? [
                {
                  key: 'Link',
                  value: `Sent on ${sayDate(signature.linkSentOn)}, works until ${sayInstant(signature.linkEndsAt ?? '')}`,
                },
              ]
            : []),
          ...(signature.signedAt === null || signature.state !== 'SIGNED'
            ? []
            : [{ key: 'Signed', value: sayInstant(signature.signedAt) }]),
          ...(signature.comment === null || signature.state !== 'SENT_BACK'
            ? []
            : [{ key: 'What they said', value: signature.comment }]),
        ]}
      />
      {signature.agreedText === null || signature.state !== 'SIGNED' ? null : (
        <Details summary="What was agreed to">
          <p className="rtp-typed">{signature.agreedText}</p>
        </Details>
      )}
      {about.length === 0 ? null : <PackFindings findings={about} here={paths.counterSignatory} />}
      {before.length === 0 || signature.state === 'SIGNED' ? null : (
        <>
          <h2>Before you can ask</h2>
          <p>The signature is for the whole updating, so this has to be mended first.</p>
          <PackFindings findings={before} />
        </>
      )}
      <div className="rtp-actions">
        {signature.viewerActions.includes('ASK') && before.length === 0 ? (
          <Button type="button" busy={busy} onClick={() => void ask()}>
            {signature.state === 'ASKED' ? 'Remind them' : 'Ask them to sign'}
          </Button>
        ) : null}
        {signature.viewerActions.includes('WITHDRAW') ? (
          <Button type="button" look="secondary" busy={busy} onClick={() => void withdraw()}>
            Take the question back
          </Button>
        ) : null}
        <Button type="button" look="secondary" busy={busy} onClick={onAnother}>
          Name somebody else
        </Button>
      </div>
    </Page>
  );
}

interface NameFormProps {
  returnerId: string;
  isReplacing: boolean;
  onNamed: () => void;
  onCancel: (() => void) | undefined;
}

function NameForm({ returnerId, isReplacing, onNamed, onCancel }: NameFormProps) {
  const today = useViewer()?.today ?? '';
  const [draft, setDraft] = useState({ displayName: '', email: '', hcpcNumber: '', isOnRegister: '', lookedUpOn: '' });
  const { submit, ...sending } = useSending();
  const { run } = useCommand(NameCounterSignatory);
  const set = (field: keyof typeof draft) => (value: string) => setDraft({ ...draft, [field]: value });
  const error = (field: keyof typeof draft) => errorFor(sending.errors, field);
  const missing = (
    [
      ['displayName', 'Enter their name'],
      ['email', 'Enter their e-mail address'],
      ['hcpcNumber', 'Enter their registration number'],
      ['isOnRegister', 'Say whether you found them on the Register'],
      ['lookedUpOn', 'Enter the day on which you looked'],
    ] as const
  ).flatMap(([field, message]) => (draft[field].trim() === '' ? [{ field, message }] : []));
  const send = () =>
    submit(missing, async () => {
      const outcome = await run({ returnerId, ...draft, isOnRegister: draft.isOnRegister === 'YES' });
      if ('problem' in outcome) return outcome;
      const { nameCounterSignatory: answer } = outcome.data;
      if (answer.__typename === 'NameCounterSignatoryRefused') return { errors: errorsFrom(answer.refusals) };
      onNamed();
      return { done: true };
    });
  return (
    <FormPage
      title="Name your counter-signatory"
      backHref={paths.pack}
      sending={sending}
      send="Save"
      onSend={() => void send()}
      beside={
        onCancel === undefined ? null : (
          <Button type="button" look="secondary" onClick={onCancel}>
            Cancel
          </Button>
        )
      }
      intro={
        <>
          <p>
            A counter-signatory is of your profession and on the Register. They confirm what you declare about the whole
            updating. No number of years is asked for. It can be your supervisor, but another person is the safer
            choice.
          </p>
          {isReplacing ? <p>Whoever you named before is replaced, and their link works no more.</p> : null}
        </>
      }
    >
      <TextInput
        id="displayName"
        label="Name"
        value={draft.displayName}
        onChange={(event) => set('displayName')(event.target.value)}
        error={error('displayName')}
      />
      <TextInput
        id="email"
        label="E-mail address"
        hint="The link to sign goes here, and nowhere else"
        type="email"
        autoComplete="off"
        value={draft.email}
        onChange={(event) => set('email')(event.target.value)}
        error={error('email')}
      />
      <TextInput
        id="hcpcNumber"
        label="Registration number"
        hint="For example DT012345. It stands on HCPC’s online Register"
        characters={10}
        value={draft.hcpcNumber}
        onChange={(event) => set('hcpcNumber')(event.target.value)}
        error={error('hcpcNumber')}
      />
      <Radios
        id="isOnRegister"
        name="isOnRegister"
        label="Did you find them on HCPC’s online Register?"
        legendSize="s"
        inline
        choices={[
          { value: 'YES', label: 'Yes' },
          { value: 'NO', label: 'No' },
        ]}
        value={draft.isOnRegister}
        onChange={set('isOnRegister')}
        error={error('isOnRegister')}
      />
      <TextInput
        id="lookedUpOn"
        label="When did you look?"
        type="date"
        max={today}
        value={draft.lookedUpOn}
        onChange={(event) => set('lookedUpOn')(event.target.value)}
        error={error('lookedUpOn')}
      />
    </FormPage>
  );
}
