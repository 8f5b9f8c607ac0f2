import type { PartnerClientStanding, PartnerScope } from '../generated/graphql.ts';

/** What a program of an organisation may be allowed, as those read it who decide. */
export const scopeWords: Readonly<Record<Exclude<PartnerScope, 'READ_COHORT'>, string>> = {
  READ_SITES: 'See your organisation, its sites and what they have ready',
  READ_CAPACITY: 'See the places that your organisation offers, and how many are taken',
  READ_SUPERVISORS: 'See your supervisors by name, and whether they may supervise',
  READ_PLACEMENTS: 'See the placements at your organisation, their dates and how they stand, without names',
  READ_PEOPLE: 'See the names of the returners who are placed with you',
  READ_SIGN_OFFS: 'See which supervised days wait for a signature or have one',
  READ_EVENTS: 'Be told what happens to what the program may see',
  MANAGE_WEBHOOKS: 'Choose the addresses to which such news is sent',
};

/** How a program stands. */
export const standingWords: Readonly<Record<PartnerClientStanding, string>> = {
  IN_USE: 'In use',
  ENDED: 'Ended',
  REVOKED: 'Revoked',
};
