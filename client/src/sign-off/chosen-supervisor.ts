import { graphql } from '../generated/gql.ts';
import type { OtherSupervisorFieldsFragment } from '../generated/graphql.ts';

/** A supervisor who could sign instead. @fragment */
export const OtherSupervisorFields = graphql(`
  fragment OtherSupervisorFields on Supervisor {
    id
    displayName
    signOffAddress
    eligibility {
      isEligible
    }
  }
`);

/** The supervisors to choose from, with whether they may supervise today; the server judges the day that is asked about. */
export const otherSupervisors = (
  supervisors: readonly OtherSupervisorFieldsFragment[],
): readonly { value: string; label: string }[] => [
  { value: '', label: 'Choose a supervisor' },
  ...supervisors.map(({ id, displayName, eligibility, signOffAddress }) => ({
    value: id,
    label: [
      displayName,
      ...(eligibility.isEligible ? [] : ['may not supervise yet']),
      ...(signOffAddress === null ? ['no address confirmed'] : []),
    ].join(', '),
  })),
];
