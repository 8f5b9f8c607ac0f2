import { graphql } from '../generated/gql.ts';
import type { AssessorChoiceFieldsFragment } from '../generated/graphql.ts';
import { Assumed, Details } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { Link } from '../ui/Link.tsx';

/** An assessor who could be asked. @fragment */
export const AssessorChoiceFields = graphql(`
  fragment AssessorChoiceFields on AssessorChoice {
    assessorId
    displayName
    hostName
    isEligible
    waiting
    reasons {
      key
      isMet
      message
    }
  }
`);

interface AssessorChoiceProps {
  readonly choices: readonly AssessorChoiceFieldsFragment[];
  readonly value: string;
  readonly onChange: (assessorId: string) => void;
  readonly error: string | undefined;
  /** Where somebody is put on the list. */
  readonly listHref: string;
}

/** Those who may assess, with what waits for them already; and those who may not, with the reasons. */
export const AssessorChoice = ({ choices, value, onChange, error, listHref }: AssessorChoiceProps) => {
  const able = choices.filter(({ isEligible }) => isEligible);
  const others = choices.filter(({ isEligible }) => !isEligible);
  return (
    <>
      {able.length === 0 ? (
        <p id="assessor" tabIndex={-1}>
          Nobody on the list may assess here. <Link href={listHref}>Put an assessor on the list</Link>.
        </p>
      ) : (
        <Radios
          id="assessor"
          name="assessor"
          label="Who is to assess?"
          hint="Of the same profession, on the Register, and with no tie to the person. Who may assess is a local rule (assumed)."
          choices={able.map(({ assessorId, displayName, hostName, waiting }) => ({
            value: assessorId,
            label: displayName,
            hint: `${hostName}. ${waiting === 0 ? 'Nothing waits for them.' : waiting === 1 ? '1 assessment waits for them.' : `${waiting} assessments wait for them.`}`,
          }))}
          value={value}
          onChange={onChange}
          error={error}
        />
      )}
      {others.length === 0 ? null : (
        <Details summary={`Who may not assess here, and why (${others.length})`}>
          <p>
            <Assumed /> HCPC sets no rule for assessors.
          </p>
          <ul>
            {others.map(({ assessorId, displayName, hostName, reasons }) => (
              <li key={assessorId}>
                {displayName}, {hostName}:{' '}
                {reasons
                  .filter(({ isMet }) => !isMet)
                  .map(({ message }) => message)
                  .join(' ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
};
