/** The national files, in words, by the last part of their address. */
export const kinds = {
  successions: {
    kind: 'SUCCESSIONS',
    title: 'Boards that take over',
    what: 'Which integrated care board takes over from which, from when on, and how much of it.',
    form: 'A CSV file with the headings from, to, share and date; for a new board also name and region, and for a board that is split, if you know them, districts.',
  },
  trusts: {
    kind: 'TRUSTS',
    title: 'NHS trusts (etr.csv)',
    what: 'Trusts that are new, renamed, moved or closed, now or on a day to come.',
    form: 'The file etr.csv of the Organisation Data Service as it is published: 27 columns, no headings. Import boards that take over before it.',
  },
  districts: {
    kind: 'DISTRICTS',
    title: 'Postcode districts',
    what: 'First halves of postcodes, with the middle of their places.',
    form: 'A CSV file with the headings outcode, latitude, longitude and postcodes.',
  },
} as const;

/** One of them. */
export type Kind = keyof typeof kinds;

/** Whether the address names a kind. */
export const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

/** What a file that was taken in is called. */
export const titleOf = (kind: string): string =>
  Object.values(kinds).find((one) => one.kind === kind)?.title ?? 'National file';
