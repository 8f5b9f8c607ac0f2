import type { PlacementState } from '../generated/graphql.ts';
import { isOneOf } from '../ui/words.ts';
import type { Shown } from './shown.ts';

/** What a changed record is called to somebody who cannot see that the page has changed. */
const nouns: Readonly<Record<string, string>> = {
  Account: 'an account',
  Assessment: 'an assessment',
  CapacityOffer: 'places on offer',
  Host: 'an organisation',
  LearningAgreement: 'a learning agreement',
  LoggedDay: 'a logged day',
  Placement: 'a placement',
  PlacementRequest: 'a request for a placement',
  PlacementSite: 'a site',
  Returner: 'a returner’s record',
  SignOff: 'a question about signatures',
  StartingCheck: 'a check before day one',
  Supervisor: 'a supervisor',
};

/** What has become of a placement. */
const happened = {
  ACCEPTED: 'a placement offer was accepted by both sides',
  ACCEPTED_BY_RETURNER: 'a placement offer was accepted by the returner',
  ACCEPTED_BY_SITE: 'a placement offer was accepted by the site',
  COMPLETED: 'a placement was completed',
  DECLINED: 'a placement offer was declined',
  ENDED_EARLY: 'a placement ended early',
  EXPIRED: 'a placement offer was not answered in time',
  MOVED: 'a placement moved to another site',
  OFFERED: 'a placement was offered',
  PROPOSED: 'a placement was proposed',
  STARTED: 'a placement started',
  WITHDRAWN: 'a placement was withdrawn',
} as const satisfies Record<PlacementState, string>;

/** Nobody listens to a longer list. */
const MOST = 3;

/** What to say of a page that has changed: what became of its placements, and else which kinds of records are new. */
export function sayUpdate(
  before: readonly Shown[],
  after: readonly Shown[],
  changed: readonly { type: string }[],
): string {
  const stateBefore = new Map(before.map(({ id, state }) => [id, state]));
  const moved = after.filter(
    ({ type, id, state }) => type === 'Placement' && state !== undefined && stateBefore.get(id) !== state,
  );
  const phrases = moved.flatMap(({ state = '' }) => (isOneOf(happened, state) ? happened[state] : []));
  const types = [...new Set(changed.map(({ type }) => type))].filter(
    (type) => type !== 'Placement' || moved.length === 0,
  );
  // a returner's record changes with everything that belongs to it: that alone is worth a word only by itself
  const telling = types.length + phrases.length > 1 ? types.filter((type) => type !== 'Returner') : types;
  const all = [...new Set([...phrases, ...telling.flatMap((type) => nouns[type] ?? [])])];
  if (all.length === 0) return 'This page was updated.';
  return `Updated: ${all.slice(0, MOST).join(', ')}${all.length > MOST ? ' and more' : ''}.`;
}

/** The same for those who look at the page. */
export const justNow = (said: string): string =>
  said.replace(/^Updated:/, 'Updated just now:').replace(/^This page was updated/, 'This page was updated just now');

/** What to say where somebody is filling in a form: nothing in it changes under their hands. */
export const waits = 'Something here has changed meanwhile. What you are filling in stays as it is.';
