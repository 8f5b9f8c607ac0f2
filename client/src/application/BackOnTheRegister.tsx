import { Rules } from '../cited/Cited.tsx';
import { graphql } from '../generated/gql.ts';
import type { OnTheRegisterFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed, Details, Inset } from '../ui/Callouts.tsx';

/** How somebody stands whom HCPC has put back on the Register. @fragment */
export const OnTheRegisterFields = graphql(`
  fragment OnTheRegisterFields on OnTheRegister {
    since
    registrationNumber
    titles
    nextRenewal {
      opensOn
      closesOn
    }
    rules {
      ...CitedRuleFields
    }
  }
`);

/** The number, the titles that may be used again, and the first renewal. */
export const BackOnTheRegister = ({
  standing: { since, registrationNumber, titles, nextRenewal, rules },
}: {
  standing: OnTheRegisterFieldsFragment;
}) => (
  <>
    <Inset>
      <p>
        <strong>You have been on the Register since {sayDate(since)}.</strong> Your number is {registrationNumber}.
      </p>
      <p>From that day on you may use the titles of your part of the Register: {titles.join(', ')}.</p>
      {titles.length > 2 ? <p>Use the one that HCPC shows beside your name.</p> : null}
      <p>
        You renew for the first time from {sayDate(nextRenewal.opensOn)} to {sayDate(nextRenewal.closesOn)} <Assumed />.
        You are not picked for the CPD audit then.
      </p>
    </Inset>
    <Details summary="Where this comes from">
      <Rules rules={rules} />
    </Details>
  </>
);
