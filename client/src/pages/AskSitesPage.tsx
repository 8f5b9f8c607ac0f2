import { useEffect, useRef, useState } from 'react';
import { Navigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SitesToAskQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { sayWay } from '../placements/say-way.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const SitesToAsk = graphql(`
  query SitesToAsk {
    viewer {
      returner {
        id
        placementRequest {
          ...SitesOfRequest
        }
      }
    }
  }
`);

/** A request with the sites that it may ask. */
export const SitesOfRequest = graphql(`
  fragment SitesOfRequest on PlacementRequest {
    id
    state
    sitesToAsk {
      placementSiteId
      siteName
      hostName
      hasContact
      askedOn
      answeredOn
      escalatesOn
      isOverdue
      travel {
        minutes
        plusMinus
        origin
      }
    }
  }
`);

const AskSite = graphql(`
  mutation AskSite($input: AskSiteInput!) {
    askSite(input: $input) {
      ... on SiteAsked {
        placementRequest {
          ...SitesOfRequest
        }
      }
      ... on AskSiteRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Request = NonNullable<NonNullable<SitesToAskQuery['viewer']['returner']>['placementRequest']>;
type Site = Request['sitesToAsk'][number];

const title = 'Ask sites near you';

/** Sites within reach that do not offer places yet: one press asks each, once, and every wait has its clock. */
export function AskSitesPage() {
  const { data, instead } = useAnswer(SitesToAsk, {}, 'the sites near you');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const request = data.viewer.returner?.placementRequest ?? null;
  return request?.state === 'OPEN' ? <Sites request={request} /> : <Navigate to={paths.placement} replace />;
}

function Sites({ request }: { request: Request }) {
  const { submit, busy, errors, problem } = useSending();
  const { run } = useCommand(AskSite);
  const [said, setSaid] = useState('');
  const [askedNow, setAskedNow] = useState('');
  const ask = ({ placementSiteId, siteName }: Site) => {
    setSaid('');
    return submit([], async () => {
      const outcome = await run({ placementRequestId: request.id, placementSiteId });
      if ('problem' in outcome) return outcome;
      const { askSite: answer } = outcome.data;
      if (answer.__typename === 'AskSiteRefused') return { errors: errorsFrom(answer.refusals, () => undefined) };
      setAskedNow(placementSiteId);
      setSaid(`${siteName} is asked. Your name is not in the mail.`);
      return { done: true };
    });
  };
  return (
    <Page
      title={title}
      caption="Your placement"
      backHref={paths.placement}
      width="wide"
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {said === '' ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
        </>
      }
    >
      <p className="nhsuk-u-reading-width">
        These sites lie within the way you go, and have not said whether they have places for your profession. We ask
        the person named there once, without your name. After 10 working days without a word your coordinators are shown
        the question. You can wait for 5 answers at a time.
      </p>
      {request.sitesToAsk.length === 0 ? (
        <Empty>
          <p>No other known site lies within the way you go. More travel time may bring some in.</p>
        </Empty>
      ) : (
        <DataTable
          caption="Sites that do not offer places yet"
          hideCaption
          columns={[
            {
              heading: 'Site',
              cell: ({ siteName, hostName }) => (
                <>
                  {siteName}
                  <Secondary>{hostName}</Secondary>
                </>
              ),
            },
            { heading: 'The way', cell: ({ travel }) => sayWay(travel) },
            { heading: 'How it stands', cell: (site) => <Standing site={site} /> },
            {
              heading: 'Ask',
              cell: (site) =>
                site.askedOn !== null ? (
                  <Asked isNew={site.placementSiteId === askedNow} />
                ) : site.hasContact ? (
                  <Button type="button" look="secondary" small busy={busy} onClick={() => void ask(site)}>
                    Ask them <span className="nhsuk-u-visually-hidden">at {site.siteName}</span>
                  </Button>
                ) : (
                  'Nobody is named there yet'
                ),
            },
          ]}
          rows={request.sitesToAsk}
          rowKey={({ placementSiteId }) => placementSiteId}
        />
      )}
    </Page>
  );
}

/** Takes the place of the button that was just pressed, and so its focus. */
function Asked({ isNew }: { isNew: boolean }) {
  const word = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isNew) word.current?.focus({ preventScroll: true });
  }, [isNew]);
  return (
    <span tabIndex={-1} ref={word}>
      Asked
    </span>
  );
}

/** Who is waited for, since when, how long that usually takes, and what can be done. */
const Standing = ({ site: { askedOn, answeredOn, escalatesOn, isOverdue, siteName } }: { site: Site }) => {
  if (askedOn === null) return <>Not asked</>;
  if (answeredOn !== null) return <>Answered on {sayDate(answeredOn)}. Your coordinators see what they offer.</>;
  return (
    <>
      Waiting for {siteName} since {sayDate(askedOn)}. Usually 10 working days
      {escalatesOn === null ? '' : `, to ${sayDate(escalatesOn)}`}.{' '}
      {isOverdue ? (
        <>
          <Tag colour="red">Too long</Tag> Your coordinators see this question. Ask another site meanwhile.
        </>
      ) : (
        'Go on with formal and private study meanwhile.'
      )}
    </>
  );
};
