import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { belongingToVisibleReturner } from '../returners/returner.policy.ts';
import { belongingToRunHost } from './host.policy.ts';

/** A question to a site: the person who asks, the coordinators who see the person, and those who work at the site. */
export const siteQuestionsVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'RETURNER' || actor.kind === 'COORDINATOR'
    ? belongingToVisibleReturner(actor)
    : belongingToRunHost(actor);
