import { useLocation, useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { Rules } from '../cited/Cited.tsx';
import { graphql } from '../generated/gql.ts';
import type { OneReturnerQuery } from '../generated/graphql.ts';
import { askRegionMovePath, decideProgrammePath, paths, returnerConfidencePath, returnerPastPath } from '../paths.ts';
import { PathwayTasks } from '../returners/PathwayTasks.tsx';
import { Expiries, Meter, NotCounted } from '../updating/Meter.tsx';
import { capitalised } from '../ui/capitalised.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Details, Inset, Notice } from '../ui/Callouts.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { SummaryList } from '../ui/SummaryList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const OneReturner = graphql(`
  query OneReturner($id: ID!) {
    returner(id: $id) {
      id
      displayName
      describedAs
      startedOn
      coordinatorsSeeSince
      standingAside {
        kind
        from
        until
      }
      viewerMayDecideProgrammeEntry
      region {
        id
        name
      }
      homeDistrict {
        id
        code
      }
      eligibility {
        ... on EligibilityOutcome {
          headline
          summary
          programme {
            explanation
            rules {
              ...CitedRuleFields
            }
          }
        }
      }
      regionMove {
        id
        state
        askedOn
        toRegion {
          id
          name
        }
      }
      programmeDecision {
        decision
        reason
        decidedAt
      }
      plan {
        daysAWeek
        forecast {
          ... on Forecast {
            backEarliestOn
            backLatestOn
          }
          ... on ForecastImpossible {
            explanation
          }
        }
      }
      updating {
        ...MeterFields
      }
      pathway {
        ...PathwayFields
      }
    }
  }
`);

/** One returner, as far as the coordinators of the region may see. */
export function ReturnerPage() {
  const { id = '' } = useParams();
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(OneReturner, { id }, 'this returner');
  if (data === undefined)
    return (
      <Page title="A returner" backHref={paths.returners}>
        {instead}
      </Page>
    );
  const { returner } = data;
  if (returner === null) return <NotFoundPage />;
  const { eligibility, programmeDecision, plan } = returner;
  return (
    <Page
      title={returner.displayName}
      caption={capitalised(returner.describedAs)}
      backHref={paths.returners}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      {returner.viewerMayDecideProgrammeEntry ? (
        <Inset>
          <p>
            <strong>Your decision is needed.</strong> The published conditions of the national programme do not settle
            this case.
          </p>
          <ButtonLink href={decideProgrammePath(returner.id)}>Decide</ButtonLink>
        </Inset>
      ) : null}
      <p>
        <Link href={returnerPastPath(returner.id)}>What happened, and how things stood on a day</Link>
      </p>
      <p>
        <Link href={returnerConfidencePath(returner.id)}>How confident they feel, at the start and now</Link>
      </p>
      <SummaryList
        rows={[
          { key: 'Region', value: returner.region?.name ?? 'Not known' },
          {
            key: 'Home',
            value: returner.homeDistrict === null ? 'Not given' : `District ${returner.homeDistrict.code}`,
          },
          { key: 'Began', value: sayDate(returner.startedOn) },
          ...sayAside(returner.standingAside),
          {
            key: 'You can see the record since',
            value: returner.coordinatorsSeeSince === null ? '–' : sayDate(returner.coordinatorsSeeSince),
          },
          {
            key: 'Plan',
            value:
              plan === null
                ? 'None yet'
                : plan.forecast.__typename === 'Forecast'
                  ? `${plan.daysAWeek} days a week, back between ${sayDate(plan.forecast.backEarliestOn)} and ${sayDate(plan.forecast.backLatestOn)}`
                  : plan.forecast.__typename === 'ForecastImpossible'
                    ? plan.forecast.explanation
                    : 'Cannot be reckoned',
          },
        ]}
      />
      {returner.regionMove?.state === 'ASKED' ? (
        <Inset>
          <p>
            {returner.regionMove.toRegion.name} was asked on {sayDate(returner.regionMove.askedOn)} to take this person
            on. <Link href={paths.regionMoves}>See the moves</Link>
          </p>
        </Inset>
      ) : (
        <p>
          <Link href={askRegionMovePath(returner.id)}>Move to another region</Link>
        </p>
      )}
      {eligibility.__typename === 'EligibilityOutcome' ? (
        <>
          <h2>What the rules say</h2>
          <p>
            <strong>{eligibility.headline}</strong>
          </p>
          <p>{eligibility.programme.explanation}</p>
          <Details summary="The rules behind this">
            <Rules rules={eligibility.programme.rules} />
          </Details>
        </>
      ) : null}
      {programmeDecision === null ? null : (
        <>
          <h2>Decision about the programme</h2>
          <p>
            {programmeDecision.decision === 'ADMITTED' ? 'Taken into the programme' : 'Not taken into the programme'} on{' '}
            {sayInstant(programmeDecision.decidedAt)}. {programmeDecision.reason}
          </p>
        </>
      )}
      {returner.updating === null ? null : (
        <>
          <h2>Updating</h2>
          <Meter count={returner.updating} />
          <Expiries count={returner.updating} />
          <NotCounted count={returner.updating} />
        </>
      )}
      <PathwayTasks tasks={returner.pathway.tasks} linked={false} />
    </Page>
  );
}

/** A pause or a withdrawal, with its days. Why stays with the person. */
const sayAside = (aside: NonNullable<OneReturnerQuery['returner']>['standingAside']) => {
  if (aside === null) return [];
  return aside.kind === 'PAUSED'
    ? [{ key: 'Pauses', value: `From ${sayDate(aside.from)} until ${sayDate(aside.until ?? aside.from)}` }]
    : [{ key: 'Withdrew', value: `${sayDate(aside.from)}. They can come back at any time.` }];
};
