import type { Refusal } from '../kernel/refusal.ts';

/** Adjustments that a site can make. A site sees which one is needed, and never why. */
export const adjustments = {
  STEP_FREE: 'Step-free ways everywhere the work is done.',
  PARKING_CLOSE: 'Parking close to the door.',
  QUIET_SPACE: 'A quiet room for breaks and writing.',
  FLEXIBLE_HOURS: 'Start and end times that can move.',
  SHORTER_DAYS: 'Days shorter than seven hours.',
  HEARING_SUPPORT: 'A hearing loop, or an interpreter.',
  SCREEN_SUPPORT: 'Large type, or a screen reader.',
  SEATED_WORK: 'Work that can be done sitting.',
  NO_LIFTING: 'Work without lifting.',
  NEARBY_TOILET: 'A toilet close by.',
  EXTRA_BREAKS: 'More breaks.',
  WRITTEN_INSTRUCTIONS: 'Instructions in writing.',
} as const;
/** An adjustment that a site can make. */
export type Adjustment = keyof typeof adjustments;

/** Why these adjustments cannot be kept; empty if they can. */
export const faultsOfAdjustments = (path: string, chosen: readonly string[]): Refusal[] =>
  new Set(chosen).size === chosen.length
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: [path],
          message: 'An adjustment stands there twice.',
          help: 'Name each adjustment once.',
        },
      ];

/** On what footing a returner works at a site. Source: P10, P12c, T1, T5. */
export const contracts = {
  VOLUNTEER: 'A volunteer agreement; unpaid.',
  HONORARY: 'An honorary contract; unpaid.',
  LETTER_OF_AGREEMENT: 'A letter of agreement; unpaid.',
  PAID_BAND_3: 'A paid support post in band 3.',
  PAID_BAND_4: 'A paid support post in band 4.',
} as const;
/** On what footing a returner works at a site. */
export type Contract = keyof typeof contracts;

/** Whether a footing is paid. */
export const isPaid = (contract: Contract): boolean => contract.startsWith('PAID');

/** What a site answers when it is asked for places. */
export const capacityAnswers = {
  YES: 'There are places.',
  MAYBE: 'There may be places; it says until when that is open.',
  NO: 'There are none, and it says why.',
} as const;
/** What a site answers when it is asked for places. */
export type CapacityAnswer = keyof typeof capacityAnswers;

/** Why a site has no places. */
export const noReasons = {
  NO_SUPERVISOR: 'Nobody can supervise.',
  FULL: 'All places are taken, by students too.',
  NO_ROOM: 'There is no desk or treatment room.',
  STAFF_SHORTAGE: 'The team is too small at the moment.',
  REORGANISATION: 'The service is moving or changing.',
  NOT_THIS_PROFESSION: 'This profession does not work here.',
  ASK_LATER: 'Not now: ask again on a day that the site names.',
  OTHER: 'Another reason.',
} as const;
/** Why a site has no places. */
export type NoReason = keyof typeof noReasons;
