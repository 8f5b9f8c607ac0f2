/** What can be imported, in words. */
export const kinds = {
  capacity: {
    title: 'Import places',
    what: 'Places that sites offer, or their “no”: one row for a site, a profession and dates.',
    known: 'by site, profession, first day and last day',
    done: 'offers of places',
  },
  supervisors: {
    title: 'Import supervisors',
    what: 'People who supervise returners: one row for each.',
    known: 'by HCPC number and organisation',
    done: 'supervisors',
  },
  returners: {
    title: 'Import returners',
    what: 'People on the way back who have agreed that coordinators see their record: one row for each.',
    known: 'by HCPC number, or else by e-mail address',
    done: 'returners',
  },
} as const;

/** One of them. */
export type Kind = keyof typeof kinds;

/** Whether the address names a kind. */
export const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

/** What a role may import. */
export const kindsFor = (role: string | null | undefined): readonly Kind[] => {
  if (role === 'COORDINATOR') return ['capacity', 'supervisors', 'returners'];
  return role === 'ORGANISATION_ADMINISTRATOR' ? ['capacity', 'supervisors'] : [];
};
