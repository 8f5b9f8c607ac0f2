import { Sources } from '../cited/Cited.tsx';
import { graphql } from '../generated/gql.ts';
import type { SupervisorFieldsFragment } from '../generated/graphql.ts';
import { changeSupervisorPath, checkSupervisorPath, confirmSupervisorAddressPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed, Tag } from '../ui/Callouts.tsx';
import { Link } from '../ui/Link.tsx';
import { proceedingKinds, sayWeekdays } from './words.ts';

/** A supervisor with everything that decides whether they may supervise. @fragment */
export const SupervisorFields = graphql(`
  fragment SupervisorFields on Supervisor {
    id
    version
    displayName
    atOnceAtMost
    weekdays
    scope
    registered {
      from
      until
    }
    checkedOn
    checkedBy
    checkAgainBy
    seen
    adviceRecordedOn
    signOffAddress
    proceedings {
      kind
      from
      until
    }
    profession {
      id
      code
      name
    }
    eligibility {
      isEligible
      eligibleFrom
      reasons {
        isMet
        message
        metFrom
        rule {
          ...CitedRuleFields
        }
      }
      notes {
        ...CitedRuleFields
      }
    }
  }
`);

interface OneSupervisorProps {
  supervisor: SupervisorFieldsFragment;
  /** True for those who look after the organisation. */
  mayManage: boolean;
}

const saySpan = ({ from, until }: { from: string; until: string | null }): string =>
  until === null ? `since ${sayDate(from)}` : `from ${sayDate(from)} to ${sayDate(until)}`;

/** Whether somebody may supervise, with every condition, and when the Register was last looked at. */
export function OneSupervisor({ supervisor, mayManage }: OneSupervisorProps) {
  const { eligibility, displayName, registered, scope, proceedings } = supervisor;
  return (
    <>
      <h3 className="nhsuk-heading-s">
        {displayName}{' '}
        {eligibility.isEligible ? <Tag colour="green">May supervise</Tag> : <Tag colour="red">May not yet</Tag>}
      </h3>
      <p>
        {supervisor.profession.name}, on the Register {registered.map(saySpan).join(', ')}.{' '}
        {supervisor.atOnceAtMost === 1 ? '1 returner' : `${supervisor.atOnceAtMost} returners`} at once at most, on{' '}
        {sayWeekdays(supervisor.weekdays)}.
        {eligibility.isEligible
          ? ''
          : eligibility.eligibleFrom === null
            ? ' No day is known from which every condition is met.'
            : ` Every condition is met from ${sayDate(eligibility.eligibleFrom)}.`}
      </p>
      {scope.length === 0 ? null : <p>Scope: {scope.join('; ')}.</p>}
      <p>
        {supervisor.checkedOn === null
          ? 'Nobody has looked them up on the Register yet.'
          : `Looked up on the Register on ${sayDate(supervisor.checkedOn)}${supervisor.checkedBy === null ? '' : ` by ${supervisor.checkedBy}`}${supervisor.seen === null ? '' : `: ${supervisor.seen}`}`}{' '}
        {supervisor.checkAgainBy === null ? 'Look now.' : `Look again by ${sayDate(supervisor.checkAgainBy)}.`}
      </p>
      {proceedings.length === 0 ? null : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {proceedings.map((each) => (
            <li key={`${each.kind} ${each.from}`}>
              {proceedingKinds[each.kind]}, {saySpan(each)}
            </li>
          ))}
        </ul>
      )}
      {mayManage ? (
        <p>
          {supervisor.signOffAddress === null
            ? 'No address for links to sign is confirmed: what they sign counts as provisional.'
            : `Links to sign go to ${supervisor.signOffAddress}.`}
        </p>
      ) : null}
      {mayManage ? (
        <p className="rtp-actions">
          <Link href={confirmSupervisorAddressPath(supervisor.id)}>
            {supervisor.signOffAddress === null ? 'Confirm their address' : 'Change their address'}{' '}
            <span className="nhsuk-u-visually-hidden">for {displayName}</span>
          </Link>
          <Link href={checkSupervisorPath(supervisor.id)}>
            Record a look at the Register <span className="nhsuk-u-visually-hidden">for {displayName}</span>
          </Link>
          <Link href={changeSupervisorPath(supervisor.id)}>
            Change <span className="nhsuk-u-visually-hidden">{displayName}</span>
          </Link>
        </p>
      ) : null}
      <details className="rtp-why">
        <summary>
          Every reason <span className="nhsuk-u-visually-hidden">for {displayName}</span>
        </summary>
        <ul>
          {eligibility.reasons.map(({ isMet, message, metFrom, rule }) => (
            <li key={rule.key}>
              <strong>{isMet ? 'Met:' : 'Not met:'}</strong> {message}{' '}
              {isMet || metFrom === null ? '' : `Met from ${sayDate(metFrom)}. `}
              {rule.assumed ? <Assumed /> : null}
              <Sources sources={rule.sources} />
            </li>
          ))}
          {eligibility.notes.map((rule) => (
            <li key={rule.key}>
              <strong>To know:</strong> {rule.explanation} {rule.assumed ? <Assumed /> : null}
              <Sources sources={rule.sources} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
