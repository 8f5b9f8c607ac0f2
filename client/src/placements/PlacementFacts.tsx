import type { PlacementFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { calendarPath, paths, startingCheckPath } from '../paths.ts';
import { Details, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { SayUnderWay } from './SayUnderWay.tsx';
import { sayWay } from './say-way.ts';
import { adjustments, checks as checkWords, checkStates, sayWeekdays, siteNeeds } from './words.ts';

const isAgreed = ({ state }: PlacementFieldsFragment): boolean => state === 'ACCEPTED' || state === 'STARTED';

/** Where, when and with whom; once it is agreed, the days for the reader's own calendar too. */
export const PlacementFacts = ({
  placement,
  travel = null,
}: {
  placement: PlacementFieldsFragment;
  /** The way from home, where one may know it. */
  travel?: Parameters<typeof sayWay>[0] | null;
}) => {
  const { site, host } = placement;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Where', value: `${site.name}, ${host.name}, ${site.postcode}` },
          ...(site.about === null ? [] : [{ key: 'About the site', value: site.about }]),
          { key: 'When', value: `${sayDate(placement.startsOn)} to ${sayDate(placement.endsOn)}` },
          { key: 'Days', value: sayWeekdays(placement.weekdays) },
          ...(travel === null ? [] : [{ key: 'The way', value: sayWay(travel) }]),
          { key: 'Supervisor', value: placement.supervisorName ?? 'Not named yet' },
          ...(placement.adjustments.length === 0
            ? []
            : [
                {
                  key: 'What the site makes possible',
                  value: placement.adjustments.map((each) => adjustments[each]).join('; '),
                },
              ]),
          ...(site.needs.length === 0
            ? []
            : [{ key: 'What the site needs', value: site.needs.map((each) => siteNeeds[each]).join('; ') }]),
          ...(host.contactName === null
            ? []
            : [
                {
                  key: 'Contact',
                  value: [host.contactName, host.contactEmail, host.contactPhone]
                    .filter((part) => part !== null)
                    .join(', '),
                },
              ]),
        ]}
      />
      {isAgreed(placement) ? (
        <p className="rtp-no-print">
          <a href={calendarPath(placement.id)} download="placement.ics">
            Put the days into your calendar (.ics file)
          </a>
        </p>
      ) : null}
    </>
  );
};

type Check = PlacementFieldsFragment['checks'][number];

const sayState = ({ state, isOverdue }: Check) => (
  <>
    {state === 'CLEARED' ? (
      'Done'
    ) : (
      <Tag colour={state === 'NOT_CLEARED' ? 'red' : state === 'TO_DO' ? 'blue' : 'white'}>{checkStates[state]}</Tag>
    )}
    {isOverdue ? (
      <>
        {' '}
        <Tag colour="red">Late</Tag>
      </>
    ) : null}
  </>
);

/** What must be ready before day one, each with whose turn it is and by when: for those who record how a check stands. */
export const StartingChecks = ({ checks, placementId }: { checks: readonly Check[]; placementId: string }) =>
  checks.length === 0 ? null : (
    <DataTable
      caption="Before day one"
      columns={[
        {
          heading: 'What',
          // it follows from the agreement, which has a page of its own
          cell: ({ id, kind }) =>
            kind === 'LEARNING_AGREEMENT' ? (
              checkWords[kind]
            ) : (
              <Link href={startingCheckPath(placementId, id)}>{checkWords[kind]}</Link>
            ),
        },
        { heading: 'Whose turn', cell: ({ owner }) => (owner === 'SITE' ? 'The site' : 'The returner') },
        { heading: 'State', cell: sayState },
        { heading: 'By', cell: ({ dueOn }) => sayDate(dueOn) },
      ]}
      rows={checks}
      rowKey={({ id }) => id}
    />
  );

const isOpen = ({ state }: Check): boolean => state === 'TO_DO' || state === 'IN_PROGRESS';

/**
 * The same for the returner: each check that is not done says who for, since when, how long it usually takes and what can be done. Those
 * that are done need no attention and stand behind their number.
 */
export function OwnStartingChecks({ checks, siteName }: { checks: readonly Check[]; siteName: string }) {
  if (checks.length === 0) return null;
  const done = checks.filter(({ state }) => state === 'CLEARED');
  const others = checks.filter(({ state }) => state !== 'CLEARED');
  return (
    <>
      {others.length === 0 ? <h3>Before day one</h3> : <ChecksToDo checks={others} siteName={siteName} />}
      {done.length === 0 ? null : (
        <Details summary={done.length === 1 ? '1 check is done' : `${done.length} checks are done`}>
          <ul>
            {done.map((check) => (
              <li key={check.id}>
                <CheckName check={check} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

const CheckName = ({ check: { kind } }: { check: Check }) =>
  kind === 'LEARNING_AGREEMENT' ? (
    <Link href={paths.learningAgreement}>{checkWords[kind]}</Link>
  ) : (
    <>{checkWords[kind]}</>
  );

const ChecksToDo = ({ checks, siteName }: { checks: readonly Check[]; siteName: string }) => (
  <DataTable
    caption="Before day one"
    columns={[
      {
        heading: 'What',
        cell: (check) => <CheckName check={check} />,
      },
      {
        heading: 'Whose turn',
        cell: (check) => (isOpen(check) ? (check.owner === 'SITE' ? siteName : 'You') : 'Nobody’s'),
      },
      { heading: 'State', cell: sayState },
      {
        heading: 'Time',
        cell: (check) =>
          isOpen(check) ? (
            <>
              By {sayDate(check.dueOn)}
              <Secondary>
                Since {sayDate(check.begunOn)}. Usual time: {check.usualTime}.
              </Secondary>
            </>
          ) : (
            'No wait'
          ),
      },
      {
        heading: 'What you can do',
        cell: (check) => (
          <>
            {check.whatReturnerCanDo}
            {check.state === 'TO_DO' && check.owner === 'RETURNER' && check.kind !== 'LEARNING_AGREEMENT' ? (
              <SayUnderWay check={check} name={checkWords[check.kind]} />
            ) : null}
          </>
        ),
      },
    ]}
    rows={checks}
    rowKey={({ id }) => id}
  />
);
