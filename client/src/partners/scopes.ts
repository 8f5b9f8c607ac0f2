import type { PartnerClientStanding, PartnerScope } from '../generated/graphql.ts';

/** Scopes that the programs of boards have, and those of organisations cannot. */
type ScopeOfBoards = 'READ_COHORT';

/** What a program of an organisation may be allowed, as those read it who decide. */
export const scopeWords: Readonly<Record<Exclude<PartnerScope, ScopeOfBoards>, string>> = {
  READ_SITES: 'See your organisation, its sites and what they have ready',
  READ_CAPACITY: 'See the places that your organisation offers, and how many are taken',
  READ_SUPERVISORS: 'See your supervisors by name, and whether they may supervise',
  READ_PLACEMENTS: 'See the placements at your organisation, their dates and how they stand, without names',
  READ_PEOPLE: 'See the names of the returners who are placed with you',
  READ_SIGN_OFFS: 'See which supervised days wait for a signature or have one',
  READ_ASSESSMENTS: 'See which assessments are due and which are done, and who may assess; not what they say',
  WRITE_CAPACITY: 'Offer places, change them, and confirm that they still hold',
  PROPOSE_SUPERVISORS: 'Put supervisors on your list: somebody of yours still looks each one up on the Register',
  ANSWER_PLACEMENTS: 'Say yes or no, for you, to placements that are offered to you',
  REPORT_ATTENDANCE: 'Say when placements begin and end, and on which days returners were there',
  REPORT_ASSESSMENTS: 'Say which assessments are due, by whom and by when',
  FOLLOW_STUDENTS:
    'Follow the placements of those who let your university do so: names, places, dates and how they stand',
  READ_EVENTS: 'Be told what happens to what the program may see',
  MANAGE_WEBHOOKS: 'Choose the addresses to which such news is sent',
};

/** How a program stands. */
export const standingWords: Readonly<Record<PartnerClientStanding, string>> = {
  IN_USE: 'In use',
  ENDED: 'Ended',
  REVOKED: 'Revoked',
};
