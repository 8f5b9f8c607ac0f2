import { useState } from 'react';
import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { PlacementToSignFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed, Warning } from '../ui/Callouts.tsx';
import { Checkboxes, Radios } from '../ui/Choices.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { spansOf } from './spans.ts';

/** A placement whose days a supervisor can be asked about. @fragment */
export const PlacementToSignFields = graphql(`
  fragment PlacementToSignFields on Placement {
    id
    startsOn
    endsOn
    supervisorNow {
      name
      scope
      frozenFrom
    }
    site {
      id
      name
    }
  }
`);

const AskSignOff = graphql(`
  mutation AskSignOff($input: AskSignOffInput!) {
    askSignOff(input: $input) {
      ... on SignOffAsked {
        signOff {
          id
          supervisorName
          linkSentOn
        }
      }
      ... on AskSignOffRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const other = 'OTHER';

/** What is asked: which days of which placement, and what was done on them. */
export function useAsking(
  placements: readonly PlacementToSignFieldsFragment[],
  today: string,
  unsignedOn: readonly string[],
) {
  const [placementId, choosePlacement] = useState(placements[0]?.id ?? '');
  const placement = placements.find(({ id }) => id === placementId);
  const spans = placement === undefined ? [] : spansOf(today, placement, unsignedOn);
  const [chosen, choose] = useState<string>();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState(today);
  const [activities, setActivities] = useState<string[]>([]);
  const { run } = useCommand(AskSignOff);
  // the first span that there is is the one most people want
  const value = chosen === other || spans.some((each) => each.value === chosen) ? chosen : (spans[0]?.value ?? other);
  const span = value === other ? { from, until } : spans.find((each) => each.value === value);
  const missing: FieldError[] =
    value === other
      ? [
          ...(from === '' ? [{ field: 'from', message: 'Give the first day' }] : []),
          ...(until === '' ? [{ field: 'until', message: 'Give the last day' }] : []),
        ]
      : [];
  const fieldOf = (path: readonly string[]): string => {
    const field = path.at(-1) ?? '';
    if (field === 'activities') return 'activities';
    return value === other ? (field === 'until' ? 'until' : 'from') : 'span';
  };
  return {
    placement,
    placements,
    spans,
    value,
    from,
    until,
    activities,
    choosePlacement,
    choose,
    setFrom,
    setUntil,
    setActivities,
    missing,
    /** Asks; answers what to say of it, or what is wrong. */
    ask: async () => {
      const outcome = await run({ placementId, from: span?.from ?? '', until: span?.until ?? '', activities });
      if ('problem' in outcome) return outcome;
      const { askSignOff: answer } = outcome.data;
      if (answer.__typename === 'AskSignOffRefused') return { errors: errorsFrom(answer.refusals, fieldOf) };
      const { supervisorName, linkSentOn } = answer.signOff;
      return {
        said:
          linkSentOn === null
            ? `${supervisorName} is asked. No address of theirs is confirmed yet, so no link was sent: ask the site to confirm it.`
            : `${supervisorName} is asked, by a link that works for 7 days.`,
      };
    },
  };
}

interface AskSignatureProps {
  asking: ReturnType<typeof useAsking>;
  today: string;
  errors: readonly FieldError[];
}

/** Which days, in two presses: a week, all that is unsigned, or any span. */
export function AskSignature({ asking, today, errors }: AskSignatureProps) {
  const { placement, spans, value } = asking;
  const now = placement?.supervisorNow ?? null;
  return (
    <>
      {asking.placements.length > 1 ? (
        <Select
          id="placement"
          label="Placement"
          value={placement?.id ?? ''}
          onChange={(event) => asking.choosePlacement(event.target.value)}
          options={asking.placements.map(({ id, site, supervisorNow }) => ({
            value: id,
            label: supervisorNow === null ? site.name : `${site.name}, ${supervisorNow.name}`,
          }))}
        />
      ) : (
        <p>
          {placement?.site.name}
          {now === null ? '. No supervisor is named yet: ask the site to name one.' : `, ${now.name}`}
        </p>
      )}
      {now === null || now.frozenFrom === null ? null : (
        <Warning heading="Your supervisor cannot sign at the moment">
          <p>
            Something has changed in {now.name}’s registration. No supervised day can be logged under them from{' '}
            {sayDate(now.frozenFrom)} on <Assumed />. The site and your coordinator are told and can name another
            supervisor. You need not do anything.
          </p>
        </Warning>
      )}
      {spans.length === 0 ? (
        <p>Every supervised day that you have logged here is signed, or waits for a signature.</p>
      ) : null}
      <Radios
        id="span"
        name="span"
        label="Which days?"
        legendSize="s"
        choices={[
          ...spans.map((span) => ({ value: span.value, label: span.label })),
          { value: other, label: 'Other dates' },
        ]}
        value={value}
        onChange={asking.choose}
        error={errorFor(errors, 'span')}
      />
      {value === other ? (
        <div className="rtp-conditional">
          <TextInput
            id="from"
            label="First day"
            type="date"
            max={today}
            value={asking.from}
            onChange={(event) => asking.setFrom(event.target.value)}
            error={errorFor(errors, 'from')}
          />
          <TextInput
            id="until"
            label="Last day"
            type="date"
            max={today}
            value={asking.until}
            onChange={(event) => asking.setUntil(event.target.value)}
            error={errorFor(errors, 'until')}
          />
        </div>
      ) : null}
      {now === null || now.scope.length === 0 ? null : (
        <Checkboxes
          id="activities"
          name="activities"
          label="What did you do on these days? (if you want to say)"
          hint="These are what your supervisor supervises. HCPC’s form asks which activities you did."
          legendSize="s"
          choices={now.scope.map((activity) => ({ value: activity, label: activity }))}
          values={asking.activities}
          onChange={asking.setActivities}
          error={errorFor(errors, 'activities')}
        />
      )}
    </>
  );
}
