import type { BulkFormat, BulkState, BulkStopReason, CommonList } from '../generated/graphql.ts';

/** The lists, as people call them. */
export const commonLists: Readonly<Record<CommonList, string>> = {
  PLACEMENTS: 'Placements, without names',
  CAPACITY_OFFERS: 'Places on offer',
  SIGN_OFFS: 'Days to sign and signed, without names',
  SITES: 'Sites',
  HOSTS: 'Organisations that host',
};

/** How a file is written. */
export const bulkFormats: Readonly<Record<BulkFormat, string>> = {
  CSV: 'A table for spreadsheets (CSV)',
  JSONL: 'One record a line, for programs (JSON Lines)',
};

/** How a file stands. */
export const bulkStates: Readonly<Record<BulkState, string>> = {
  WAITING: 'In line',
  RUNNING: 'Being made',
  READY: 'Ready',
  STOPPED: 'Stopped',
};

/** Why a file was not finished, and what to do. */
export const stopReasons: Readonly<Record<BulkStopReason, string>> = {
  KEY_ENDED: 'The key has ended.',
  ACCOUNT_CLOSED: 'Your role has ended.',
  RIGHTS_LOST: 'You may not see all of this list any more.',
  QUERY_UNFIT: 'The list has changed. Make the file again.',
  TOO_LARGE: 'The list is too long for one file.',
  FAILED: 'Something went wrong on our side. Make the file again.',
};
