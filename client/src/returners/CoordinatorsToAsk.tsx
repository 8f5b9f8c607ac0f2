import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { WhomToAskQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';

const WhomToAsk = graphql(`
  query WhomToAsk {
    viewer {
      returner {
        id
        region {
          id
          name
        }
        consentChoices {
          kind
          isGiven
        }
        coordinatorsToAsk {
          displayName
          email
        }
      }
    }
  }
`);

/** The coordinators that a returner can ask; where there are none to show, who will read the record, or what opens it to them. */
export function CoordinatorsToAsk() {
  const { data, instead } = useAnswer(WhomToAsk, {}, 'whom you can ask');
  if (data === undefined) return instead;
  const { returner } = data.viewer;
  if (returner === null)
    return (
      <p>
        You have not begun your pathway, so there is no record to read. <Link href={paths.pathway}>Once you begin</Link>
        , and if you agree to share it, you see here whom to ask.
      </p>
    );
  return <Coordinators returner={returner} />;
}

type Known = NonNullable<WhomToAskQuery['viewer']['returner']>;

function Coordinators({ returner: { region, consentChoices, coordinatorsToAsk } }: { returner: Known }) {
  const place = region === null ? 'your region' : region.name;
  if (!consentChoices.some(({ kind, isGiven }) => kind === 'SHARE_WITH_COORDINATORS' && isGiven))
    return (
      <p>
        You do not share your record, so no coordinator reads it.{' '}
        <Link href={paths.sharing}>If you agree to share it</Link>, the coordinators of {place} and of your board can
        read it, and you see here whom to ask.
      </p>
    );
  if (region === null)
    return (
      <p>
        We do not know your region yet, so no coordinator reads your record.{' '}
        <Link href={paths.homePlace}>Say where you live</Link>: the coordinators of that region can then read it, and
        you see here whom to ask.
      </p>
    );
  if (coordinatorsToAsk === null || coordinatorsToAsk.length === 0)
    return (
      <p>
        Nobody coordinates {place} here today. Whoever begins to coordinate it, or your board, can read your record from
        then on, and you see here whom to ask.
      </p>
    );
  return (
    <>
      <p>You can ask these coordinators. They can read your record, as you agreed.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {coordinatorsToAsk.map(({ displayName, email }, position) => (
          <li key={`${position} ${displayName}`}>
            {displayName}
            {email === null ? null : (
              <>
                {', '}
                <a className="rtp-typed" href={`mailto:${email}`}>
                  {email}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
