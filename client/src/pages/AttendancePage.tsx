import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { PlacementAttendanceQuery } from '../generated/graphql.ts';
import { placementRecordPath } from '../paths.ts';
import { daysToAsk, saidBefore, toReport, type DaySaid } from '../placements/attendance.ts';
import { hasBegun } from '../placements/states.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const PlacementAttendance = graphql(`
  query PlacementAttendance($id: ID!) {
    viewer {
      today
    }
    placement(id: $id) {
      id
      returnerName
      state
      startsOn
      endsOn
      weekdays
      site {
        id
        name
      }
      attendance {
        onDate
        wasThere
        minutes
      }
    }
  }
`);
const ReportAttendance = graphql(`
  mutation ReportAttendance($input: ReportAttendanceInput!) {
    reportAttendance(input: $input) {
      ... on AttendanceReported {
        placement {
          id
          attendance {
            onDate
            wasThere
            minutes
          }
        }
      }
      ... on ReportAttendanceRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<PlacementAttendanceQuery['placement']>;
const title = 'Who was there';

/** On which of the latest days of a placement the returner was there, as the site saw it. */
export function AttendancePage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(PlacementAttendance, { id }, 'the days');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  return data.placement === null || !hasBegun(data.placement) ? (
    <NotFoundPage />
  ) : (
    <Days placement={data.placement} today={data.viewer.today} />
  );
}

const isWas = (text: string): text is DaySaid['was'] => text === 'there' || text === 'not-there';

function Days({ placement, today }: { placement: Placement; today: string }) {
  const days = daysToAsk(placement, today);
  const [said, setSaid] = useState<ReadonlyMap<string, DaySaid>>(
    () => new Map(days.map((date) => [date, saidBefore(placement, date)])),
  );
  const { submit, ...sending } = useSending();
  const { run } = useCommand(ReportAttendance);
  const navigate = useNavigate();
  const say = (date: string, change: Partial<DaySaid>) =>
    setSaid(new Map([...said, [date, { was: '', hours: '', ...said.get(date), ...change }]]));
  const report = () => {
    const { days: told, missing } = toReport(placement, said);
    const faults = missing.map((date) => ({ field: `hours-${date}`, message: `Enter the hours of ${sayDate(date)}` }));
    const nothing = [{ field: `was-${days[0] ?? ''}`, message: 'Say it of at least one more day' }];
    return submit(faults.length === 0 && told.length === 0 ? nothing : faults, async () => {
      const outcome = await run({ placementId: placement.id, days: told });
      if ('problem' in outcome) return outcome;
      const { reportAttendance: answer } = outcome.data;
      if (answer.__typename === 'ReportAttendanceRefused')
        return {
          errors: errorsFrom(answer.refusals, ([, index, field]) => {
            const date = told[Number(index)]?.onDate;
            return date === undefined ? undefined : `${field === 'minutes' ? 'hours' : 'was'}-${date}`;
          }),
        };
      await navigate(placementRecordPath(placement.id), {
        state: { said: told.length === 1 ? 'The day is noted.' : `${told.length} days are noted.` },
      });
      return { done: true };
    });
  };
  return (
    <FormPage
      title={title}
      caption={`${placement.returnerName}, ${placement.site.name}`}
      backHref={placementRecordPath(placement.id)}
      sending={sending}
      send="Note these days"
      onSend={() => void report()}
      intro={
        <p>
          The latest days of this placement. The returner sees what you note. It counts nothing by itself: what counts
          is what they log and the supervisor signs. Do not say why somebody was not there.
        </p>
      }
    >
      {days.map((date) => {
        const { was, hours } = said.get(date) ?? { was: '', hours: '' };
        return (
          <div key={date}>
            <Radios
              id={`was-${date}`}
              name={`was-${date}`}
              label={`${weekday.format(new Date(`${date}T00:00:00Z`))} ${sayDate(date)}`}
              legendSize="s"
              inline
              choices={[
                { value: 'there', label: 'Was there' },
                { value: 'not-there', label: 'Was not there' },
              ]}
              value={was}
              onChange={(chosen) => say(date, { was: isWas(chosen) ? chosen : '' })}
              error={errorFor(sending.errors, `was-${date}`)}
            />
            {was === 'there' ? (
              <TextInput
                id={`hours-${date}`}
                label={
                  <>
                    Hours<span className="nhsuk-u-visually-hidden"> on {sayDate(date)}</span>
                  </>
                }
                hint="For example, 7.5"
                inputMode="decimal"
                characters={5}
                value={hours}
                onChange={(event) => say(date, { hours: event.target.value })}
                error={errorFor(sending.errors, `hours-${date}`)}
              />
            ) : null}
          </div>
        );
      })}
    </FormPage>
  );
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
