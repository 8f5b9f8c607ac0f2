/** What a person can agree to. */
export const consentKinds = {
  SHARE_WITH_COORDINATORS:
    'The coordinators of the person’s region and board see the record, to help with the way back.',
  CONTACT_BY_EMAIL: 'The service sends e-mail about the way back: what is waiting, and days that will soon drop out.',
} as const;
/** What a person can agree to. */
export type ConsentKind = keyof typeof consentKinds;

/** The words a person agrees to. A changed text gets a new version, so that it is known who agreed to what. */
export interface ConsentWording {
  readonly kind: ConsentKind;
  readonly version: number;
  readonly text: string;
}

/** Every wording there has been, the newest of a kind last. */
export const consentWordings: readonly ConsentWording[] = [
  {
    kind: 'SHARE_WITH_COORDINATORS',
    version: 1,
    text: 'The coordinators of my region and board may see my name, my profession and HCPC number, the first half of my postcode, my answers and what HCPC has told me, my plan, and the days and hours in my log, so that they can help me. They do not see my full postcode, where I have worked, or the notes of my log. I can take this back at any time.',
  },
  {
    kind: 'CONTACT_BY_EMAIL',
    version: 1,
    text: 'You may send me e-mail about my way back: when something is waiting for me, and before logged days drop out. I can take this back at any time.',
  },
];

/** The wording of a kind that is in force. */
export const wordingOf = (kind: ConsentKind): ConsentWording => {
  const newest = consentWordings.findLast((wording) => wording.kind === kind);
  if (!newest) throw new Error(`No wording for the consent ${kind}`);
  return newest;
};

/** How many coordinators a person who shares the record is given to ask: as many as anybody would write to. */
export const coordinatorsToAskAtMost = 3;
