/** How far somebody is, by what is stored; one way to tell a long list apart. What to do next is for the pathway to say. */
export const cohortStages = {
  STARTING: 'The pathway has begun.',
  PLANNED: 'There is a plan, and no updating yet.',
  UPDATING: 'Updating is logged, and no place is looked for.',
  LOOKING: 'A place is looked for.',
  OFFERED: 'A place is offered, and not everybody has answered.',
  PLACED: 'A place is accepted by both, and has not started.',
  IN_PRACTICE: 'The placement is under way.',
  PLACEMENT_DONE: 'A placement is completed.',
  PAUSED: 'They pause, and mean to go on.',
  WITHDRAWN: 'They have withdrawn, and can come back.',
} as const;
/** How far somebody is. */
export type CohortStage = keyof typeof cohortStages;

/** What the address of the list of returners may hold, and thus a saved view. No text that may name a person is among it. */
export const viewKeys = [
  'profession',
  'region',
  'board',
  'stage',
  'placement',
  'waiting',
  'decision',
  'from',
  'order',
] as const;

/** The longest name of a view, and the most views one person keeps. */
export const viewNameAtMost = 60;
export const viewsAtMost = 30;

/** The part of an address that is kept: known keys with short values, in one order. */
export const queryAsKept = (query: string): string => {
  const given = new URLSearchParams(query.slice(0, 2000));
  return new URLSearchParams(
    viewKeys.flatMap((key): [string, string][] => {
      const value = given.get(key) ?? '';
      return /^[\w-]{1,40}$/.test(value) ? [[key, value]] : [];
    }),
  ).toString();
};
