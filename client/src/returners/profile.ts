import { useCommand } from '../apollo/useCommand.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { graphql } from '../generated/gql.ts';
import type { UpdateProfileInput } from '../generated/graphql.ts';
import type { Sent } from '../ui/useSending.ts';

/** What the profile shows. @fragment */
export const ProfileFields = graphql(`
  fragment ProfileFields on Returner {
    id
    version
    displayName
    preferredName
    fieldOfPractice
    hcpcNumber
    homePostcode
    homeDistrictIsNearest
    isRegionChosen
    professionCode
    region {
      id
      code
      name
    }
    homeDistrict {
      id
      code
    }
    practiceHistory {
      work
      place
      from {
        year
        month
        day
      }
      to {
        year
        month
        day
      }
    }
    consentChoices {
      kind
      text
      wordingVersion
      isGiven
    }
  }
`);

/** The profile, with the regions to choose from. */
export const Profile = graphql(`
  query Profile {
    regions(first: 100) {
      nodes {
        id
        name
      }
    }
    viewer {
      returner {
        ...ProfileFields
      }
    }
  }
`);

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ... on ProfileUpdated {
        returner {
          ...ProfileFields
        }
      }
      ... on UpdateProfileRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** What is said where the profile was changed elsewhere, for example in another tab, after it was read here. */
export const changedElsewhere = {
  message:
    'Your profile was changed somewhere else while this page was open. What you typed is still here: check it and save again',
};

/** Changes a part of the profile; the rest stays. */
export function useProfileChange(
  fieldOf?: (path: readonly string[]) => string | undefined,
): (change: Omit<UpdateProfileInput, 'idempotencyKey'>) => Promise<Sent> {
  const { run } = useCommand(UpdateProfile);
  return async (change) => {
    const outcome = await run(change);
    if ('problem' in outcome) return outcome;
    const { updateProfile } = outcome.data;
    if (updateProfile.__typename === 'ProfileUpdated') return { done: true };
    return {
      errors: isConflict(updateProfile.refusals) ? [changedElsewhere] : errorsFrom(updateProfile.refusals, fieldOf),
    };
  };
}
