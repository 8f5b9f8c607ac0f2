import { graphql } from '../generated/gql.ts';
import type { SignedPracticeFieldsFragment } from '../generated/graphql.ts';
import { sayHours } from '../ui/duration.ts';
import { SummaryList } from '../ui/SummaryList.tsx';

/** How far supervised practice is signed. @fragment */
export const SignedPracticeFields = graphql(`
  fragment SignedPracticeFields on SignedPractice {
    signedMinutes
    provisionalMinutes
    waitingMinutes
    unsignedMinutes
  }
`);

/** The meter of signatures, in hours, with what each line means. */
export const SigningMeter = ({ practice }: { practice: SignedPracticeFieldsFragment }) => (
  <>
    <SummaryList
      rows={[
        { key: 'Signed', value: sayHours(practice.signedMinutes) },
        { key: 'Provisional', value: sayHours(practice.provisionalMinutes) },
        { key: 'Waiting', value: sayHours(practice.waitingMinutes) },
        { key: 'Unsigned', value: sayHours(practice.unsignedMinutes) },
      ]}
    />
    <p>
      Signed days are locked. Provisional means: signed, but the site has not confirmed the supervisor’s address yet.
    </p>
  </>
);

/** The same in a line. */
export const saySigned = ({
  signedMinutes,
  provisionalMinutes,
  waitingMinutes,
  unsignedMinutes,
}: SignedPracticeFieldsFragment): string =>
  [
    `${sayHours(signedMinutes)} signed`,
    ...(provisionalMinutes === 0 ? [] : [`${sayHours(provisionalMinutes)} signed provisionally`]),
    ...(waitingMinutes === 0 ? [] : [`${sayHours(waitingMinutes)} waiting for a signature`]),
    `${sayHours(unsignedMinutes)} unsigned`,
  ].join(', ');
