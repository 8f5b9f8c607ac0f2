import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AsideReason } from '../generated/graphql.ts';
import { EffectOfPause } from '../my-data/EffectOfPause.tsx';
import { MyData } from '../my-data/my-data.ts';
import { reasonsFor } from '../my-data/words.ts';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Checkboxes, Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const PausePathway = graphql(`
  mutation PausePathway($input: PausePathwayInput!) {
    pausePathway(input: $input) {
      ... on PathwayPaused {
        returner {
          id
          standingAside {
            kind
            from
            until
          }
        }
      }
      ... on PausePathwayRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Pauses the pathway, after showing what that changes. */
export function PausePage() {
  const { data, instead } = useAnswer(MyData, {}, 'your record');
  if (data === undefined) return <Page title="Pause">{instead}</Page>;
  const { returner } = data.viewer;
  return returner === null ? <Navigate to={paths.pathway} replace /> : <PauseForm returnerId={returner.id} />;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

function PauseForm({ returnerId }: { returnerId: string }) {
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState<string>();
  const [lets, setLets] = useState<string[]>([]);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(PausePathway);
  const navigate = useNavigate();
  const missing = [
    ...(isDay(from) ? [] : [{ field: 'from', message: 'Give the first day of the pause' }]),
    ...(isDay(until) ? [] : [{ field: 'until', message: 'Give the last day of the pause' }]),
    ...(reason === undefined ? [{ field: 'reason', message: 'Choose a reason' }] : []),
  ];
  const send = () =>
    submit(missing, async () => {
      const outcome = await run({
        returnerId,
        from,
        until,
        reason: reason as AsideReason,
        letsPlaceGo: lets.includes('yes'),
      });
      if ('problem' in outcome) return outcome;
      const { pausePathway: answer } = outcome.data;
      if (answer.__typename === 'PausePathwayRefused')
        return {
          errors: errorsFrom(answer.refusals, (path) =>
            ['from', 'until', 'letsPlaceGo'].find((field) => field === path.at(-1)),
          ),
        };
      await navigate(paths.myData, { state: { said: `You pause from ${sayDate(from)} until ${sayDate(until)}.` } });
      return { done: true };
    });
  return (
    <FormPage
      title="Pause your pathway"
      caption="Your data"
      backHref={paths.myData}
      sending={sending}
      send="Pause"
      onSend={() => void send()}
      intro={<p>Coordinators who see your record see that you pause and until when, and not why.</p>}
      beside={<Link href={paths.myData}>Cancel</Link>}
    >
      <TextInput
        id="from"
        type="date"
        label="First day"
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={errorFor(sending.errors, 'from')}
      />
      <TextInput
        id="until"
        type="date"
        label="Last day"
        hint="You can end the pause earlier. At most 12 months."
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        error={errorFor(sending.errors, 'until')}
      />
      {isDay(from) && isDay(until) && from <= until ? <EffectOfPause from={from} until={until} /> : null}
      <Checkboxes
        id="letsPlaceGo"
        name="letsPlaceGo"
        label="If your place cannot be kept"
        choices={[{ value: 'yes', label: 'I let the place go, and the site is told' }]}
        values={lets}
        onChange={setLets}
        error={errorFor(sending.errors, 'letsPlaceGo')}
      />
      <Radios
        id="reason"
        name="reason"
        label="Why"
        hint="Only you see it, and it is counted without names."
        choices={reasonsFor('PAUSE')}
        value={reason}
        onChange={setReason}
        error={errorFor(sending.errors, 'reason')}
      />
    </FormPage>
  );
}
