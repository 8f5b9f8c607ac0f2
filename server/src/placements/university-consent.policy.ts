import type { Actor } from '../access/actor.ts';
import { hostsOpenTo } from '../access/scope.policy.ts';
import type { Visibility } from '../access/visibility.ts';

const works: readonly Actor['kind'][] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];

/**
 * A university and its programs see the placements of those who let it, once they were offered: for as long as the person agrees, and not
 * a moment longer.
 */
export const followedPlacementsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind !== 'PARTNER' && !works.includes(actor.kind)) return 'NONE';
  const hosts = actor.kind === 'PARTNER' ? hostsOpenTo(actor, 'FOLLOW_STUDENTS') : actor.hostIds;
  return [
    [
      { column: 'returner_id', belongsTo: 'followed_returner', visible: [[{ column: 'host_id', isOneOf: hosts }]] },
      { column: 'is_shown', isTrue: true },
    ],
  ];
};

/** Whom somebody lets follow is for their own eyes. */
export const ownUniversities = (actor: Actor): Visibility => (actor.kind === 'RETURNER' ? 'ALL' : 'NONE');
