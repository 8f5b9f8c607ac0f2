import { graphql } from '../generated/gql.ts';
import type { LikenessReason, MergeRecordFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { SummaryList } from '../ui/SummaryList.tsx';

/** What is compared of a record. @fragment */
export const MergeRecord = graphql(`
  fragment MergeRecord on Returner {
    id
    displayName
    hcpcNumber
    fieldOfPractice
    startedOn
    homeDistrict {
      id
      code
    }
    loggedDays(first: 1) {
      countUpTo1000
    }
    placementRequest {
      id
      state
    }
    placement {
      id
      state
    }
  }
`);

/** Why two records may be of one person, in words. */
export const likeness: Record<LikenessReason, string> = {
  SAME_HCPC_NUMBER: 'Both have the same HCPC number.',
  SAME_MAILBOX: 'Both addresses lead to the same mailbox.',
  SAME_NAME_AND_POSTCODE: 'Both have the same name, profession and postcode.',
  SAME_NAME_AND_DATE: 'Both have the same name and profession, and left the Register at the same time.',
};

/** One of two records, in a few lines. */
export const RecordOfPair = ({ record }: { record: MergeRecordFragment }) => (
  <SummaryList
    rows={[
      { key: 'Name', value: record.displayName },
      { key: 'HCPC number', value: record.hcpcNumber ?? 'Not given' },
      { key: 'Field', value: record.fieldOfPractice },
      { key: 'Lives in', value: record.homeDistrict?.code ?? 'Not given' },
      { key: 'Began', value: sayDate(record.startedOn) },
      { key: 'Logged days', value: String(record.loggedDays.countUpTo1000) },
      { key: 'Open request', value: record.placementRequest === null ? 'No' : 'Yes' },
      { key: 'Placement', value: record.placement === null ? 'No' : 'Yes' },
    ]}
  />
);
