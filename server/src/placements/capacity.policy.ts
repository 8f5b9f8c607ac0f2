import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { belongingToVisibleReturner } from '../returners/returner.policy.ts';
import { belongingToRunHost, openToProgram } from './host.policy.ts';

/** What a site offers is seen by those who run the organisation and by the coordinators there. Others see numbers only. */
export const capacityVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'PARTNER' ? openToProgram(actor, 'READ_CAPACITY') : belongingToRunHost(actor);

/** A request is seen by the person, and by the coordinators who see the person. */
export const requestsVisibleTo = (actor: Actor): Visibility => belongingToVisibleReturner(actor);
