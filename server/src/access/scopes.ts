/** What a key of a partner program may be allowed, in plain words: those who make the key read them and decide. */
export const scopes = {
  READ_SITES: 'See your organisation, its sites and what they have ready.',
  READ_CAPACITY: 'See the places that your organisation offers, and how many are taken.',
  READ_SUPERVISORS: 'See the supervisors of your organisation by name, and whether they may supervise.',
  READ_PLACEMENTS: 'See the placements at your organisation, their dates and how they stand, without names.',
  READ_PEOPLE: 'See the names of the returners who are placed with your organisation.',
  READ_SIGN_OFFS: 'See which supervised days at your organisation wait for a signature or have one.',
  READ_ASSESSMENTS:
    'See which assessments at your organisation are due and which are done, and who may assess; not what they say.',
  READ_COHORT:
    'See how many returners of your board are how far on their way: rounded numbers alone, small ones hidden.',
  WRITE_CAPACITY: 'Offer places of your organisation, change them, and confirm that they still hold.',
  PROPOSE_SUPERVISORS:
    'Put supervisors on the list of your organisation: somebody of yours still looks each one up on the Register.',
  ANSWER_PLACEMENTS: 'Say yes or no, for your organisation, to placements that are offered to it.',
  REPORT_ATTENDANCE: 'Say when placements at your organisation begin and end, and on which days returners were there.',
  REPORT_ASSESSMENTS: 'Say which assessments at your organisation are due, by whom and by when.',
  FOLLOW_STUDENTS:
    'Follow the placements of those who let your university do so: their names, where and when they are placed, and how it stands.',
  READ_EVENTS: 'Be told what happens to what your other scopes let you see.',
  MANAGE_WEBHOOKS: 'Choose the addresses to which such news is sent, and send it again.',
} as const;

/** One of the scopes. */
export type Scope = keyof typeof scopes;

/** Every scope, in the order of the list. */
export const allScopes = Object.keys(scopes) as readonly Scope[];

/** Whose programs a scope can be given to: those of an organisation that hosts or teaches, or those of a board. */
const scopeIsFor = {
  READ_SITES: 'HOST',
  READ_CAPACITY: 'HOST',
  READ_SUPERVISORS: 'HOST',
  READ_PLACEMENTS: 'HOST',
  READ_PEOPLE: 'HOST',
  READ_SIGN_OFFS: 'HOST',
  READ_ASSESSMENTS: 'HOST',
  READ_COHORT: 'BOARD',
  WRITE_CAPACITY: 'HOST',
  PROPOSE_SUPERVISORS: 'HOST',
  ANSWER_PLACEMENTS: 'HOST',
  REPORT_ATTENDANCE: 'HOST',
  REPORT_ASSESSMENTS: 'HOST',
  FOLLOW_STUDENTS: 'HOST',
  READ_EVENTS: 'HOST',
  MANAGE_WEBHOOKS: 'HOST',
} as const satisfies Record<Scope, 'HOST' | 'BOARD'>;

/** The scopes that the programs of an organisation, or of a board, can be given. */
export const scopesFor: Readonly<Record<'HOST' | 'BOARD', readonly Scope[]>> = {
  HOST: allScopes.filter((scope) => scopeIsFor[scope] === 'HOST'),
  BOARD: allScopes.filter((scope) => scopeIsFor[scope] === 'BOARD'),
};
