import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { LocalPolicyToWriteQuery } from '../generated/graphql.ts';
import { hostPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Checkboxes } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const LocalPolicyToWrite = graphql(`
  query LocalPolicyToWrite($id: ID!) {
    host(id: $id) {
      id
      name
      viewerMayGiveRoles
      localPolicy {
        ...LocalPolicyFields
      }
    }
    standardsOfProficiency(first: 15) {
      nodes {
        id
        number
        label
      }
    }
  }
`);

/** What an organisation asks on top of HCPC's minimum. @fragment */
export const LocalPolicyFields = graphql(`
  fragment LocalPolicyFields on LocalPolicy {
    id
    version
    supervisedPercentAtLeast
    daysHereAtLeast
    daysAWeekAtLeast
    meetEveryWeeksAtMost
    standards
    inOwnWords
    savedOn
    isOnBehalf
  }
`);

const SaveLocalPolicy = graphql(`
  mutation SaveLocalPolicy($input: SaveLocalPolicyInput!) {
    saveLocalPolicy(input: $input) {
      ... on LocalPolicySaved {
        host {
          id
          localPolicy {
            ...LocalPolicyFields
          }
        }
      }
      ... on SaveLocalPolicyRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Host = NonNullable<LocalPolicyToWriteQuery['host']>;
type Standards = LocalPolicyToWriteQuery['standardsOfProficiency']['nodes'];

const title = 'What do you ask of returners on top of HCPC?';

/** An organisation's own policy for learning agreements: for whoever administers it, or a coordinator on its behalf. */
export function LocalPolicyPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(LocalPolicyToWrite, { id }, 'the policy');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { host } = data;
  if (host?.viewerMayGiveRoles !== true) return <NotFoundPage />;
  return <PolicyForm host={host} standards={data.standardsOfProficiency.nodes} readAgain={retry} />;
}

const numbers = [
  [
    'supervisedPercentAtLeast',
    'Supervised practice, at least so many percent of the days',
    'For example 50, for half.',
  ],
  ['daysHereAtLeast', 'Days here, at least', 'The whole placement.'],
  ['daysAWeekAtLeast', 'Days a week here, at least', 'From 1 to 7.'],
  ['meetEveryWeeksAtMost', 'A meeting over the plan every so many weeks', 'For example 2. More often is fine.'],
] as const;
type NumberField = (typeof numbers)[number][0];

interface PolicyFormProps {
  host: Host;
  standards: Standards;
  readAgain: () => void;
}

function PolicyForm({ host, standards, readAgain }: PolicyFormProps) {
  const policy = host.localPolicy;
  const typed = (field: NumberField) => String(policy?.[field] ?? '');
  const [draft, setDraft] = useState<Record<NumberField, string>>({
    supervisedPercentAtLeast: typed('supervisedPercentAtLeast'),
    daysHereAtLeast: typed('daysHereAtLeast'),
    daysAWeekAtLeast: typed('daysAWeekAtLeast'),
    meetEveryWeeksAtMost: typed('meetEveryWeeksAtMost'),
  });
  const [chosen, setChosen] = useState((policy?.standards ?? []).map(String));
  const [inOwnWords, setInOwnWords] = useState(policy?.inOwnWords ?? '');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(SaveLocalPolicy);
  const navigate = useNavigate();
  const numberOf = (field: NumberField) => (draft[field].trim() === '' ? null : Number(draft[field]));
  const save = () =>
    submit(
      numbers.flatMap(([field]) =>
        /^\s*\d{0,3}\s*$/.test(draft[field]) ? [] : [{ field, message: 'Enter a whole number, or leave it empty' }],
      ),
      async () => {
        const outcome = await run({
          hostId: host.id,
          expectedVersion: policy?.version ?? null,
          supervisedPercentAtLeast: numberOf('supervisedPercentAtLeast'),
          daysHereAtLeast: numberOf('daysHereAtLeast'),
          daysAWeekAtLeast: numberOf('daysAWeekAtLeast'),
          meetEveryWeeksAtMost: numberOf('meetEveryWeeksAtMost'),
          standards: chosen.map(Number),
          inOwnWords: inOwnWords.trim() === '' ? null : inOwnWords,
        });
        if ('problem' in outcome) return outcome;
        const { saveLocalPolicy: answer } = outcome.data;
        if (answer.__typename === 'SaveLocalPolicyRefused') {
          if (isConflict(answer.refusals)) readAgain();
          return { errors: errorsFrom(answer.refusals) };
        }
        await navigate(hostPath(host.id), {
          state: { said: 'The policy is saved. Every plan is held against it now.' },
        });
        return { done: true };
      },
    );
  return (
    <FormPage
      title={title}
      caption={host.name}
      backHref={hostPath(host.id)}
      sending={sending}
      send="Save"
      onSend={() => void save()}
      intro={
        <>
          <p>
            HCPC asks for 30 or 60 days, with private study of at most half. It sets no share of supervised practice.
            What you ask on top is shown to returners as your own policy, beside HCPC’s minimum.
          </p>
          <p>Leave empty what you do not ask for.</p>
          {policy === null ? null : (
            <p>
              Written on {sayDate(policy.savedOn)}
              {policy.isOnBehalf ? ', by a coordinator for the organisation' : ''}.
            </p>
          )}
        </>
      }
      beside={<Link href={hostPath(host.id)}>Not now</Link>}
    >
      {numbers.map(([field, label, hint]) => (
        <TextInput
          key={field}
          id={field}
          label={label}
          hint={hint}
          inputMode="numeric"
          autoComplete="off"
          characters={3}
          value={draft[field]}
          onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
          error={errorFor(sending.errors, field)}
        />
      ))}
      <Checkboxes
        id="standards"
        name="standards"
        label="Which standards want a goal?"
        legendSize="s"
        choices={standards.map(({ number, label }) => ({ value: String(number), label: `${number}. ${label}` }))}
        values={chosen}
        onChange={setChosen}
        error={errorFor(sending.errors, 'standards')}
      />
      <TextArea
        id="inOwnWords"
        label="Anything else? (if anything)"
        hint="This service cannot check it: returners are told to talk about it with you."
        maxLength={1000}
        value={inOwnWords}
        onChange={(event) => setInOwnWords(event.target.value)}
        error={errorFor(sending.errors, 'inOwnWords')}
      />
    </FormPage>
  );
}
