import { graphql } from '../generated/gql.ts';
import type { SignedPracticeFieldsFragment } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { sayHours } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';

/** How far supervised practice is signed. @fragment */
export const SignedPracticeFields = graphql(`
  fragment SignedPracticeFields on SignedPractice {
    signedMinutes
    provisionalMinutes
    waitingMinutes
    unsignedMinutes
    outsideMinutes
    unsignedOn
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
        { key: 'Unsigned', value: sayHours(practice.unsignedMinutes - practice.outsideMinutes) },
        ...(practice.outsideMinutes === 0
          ? []
          : [{ key: 'Outside a placement', value: sayHours(practice.outsideMinutes) }]),
      ]}
    />
    <p>
      Signed days are locked. Provisional means: signed, but the site has not confirmed the supervisor’s address yet.
    </p>
    {practice.outsideMinutes === 0 ? null : (
      <p>
        Days outside a placement here have no supervisor whom you could ask here. Look at their dates in{' '}
        <Link href={paths.log}>your log</Link>. If they are right, whoever supervised them signs them on HCPC’s form
        itself.
      </p>
    )}
  </>
);

/** The same in a line. */
export const saySigned = ({
  signedMinutes,
  provisionalMinutes,
  waitingMinutes,
  unsignedMinutes,
  outsideMinutes,
}: SignedPracticeFieldsFragment): string =>
  [
    `${sayHours(signedMinutes)} signed`,
    ...(provisionalMinutes === 0 ? [] : [`${sayHours(provisionalMinutes)} signed provisionally`]),
    ...(waitingMinutes === 0 ? [] : [`${sayHours(waitingMinutes)} waiting for a signature`]),
    `${sayHours(unsignedMinutes - outsideMinutes)} unsigned`,
    ...(outsideMinutes === 0 ? [] : [`${sayHours(outsideMinutes)} outside a placement`]),
  ].join(', ');
