import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { partyOf, placementsVisibleTo, type PlacementSubject } from '../placements/placement.policy.ts';
import type { AgreementParty } from './agreement.rules.ts';

/** An agreement is seen with its placement: by the returner from the beginning, by everybody else once it was shared. */
export const agreementsVisibleTo = (actor: Actor): Visibility => {
  const withPlacement = {
    column: 'placement_id',
    belongsTo: 'placement',
    visible: placementsVisibleTo(actor),
  } as const;
  return actor.kind === 'RETURNER' ? [[withPlacement]] : [[withPlacement, { column: 'is_shared', isTrue: true }]];
};

/** Who reads how confident somebody feels: the person, their supervisor and their coordinators. An organisation does not. */
export const readsConfidence = (actor: Actor): Visibility =>
  actor.kind === 'RETURNER' || actor.kind === 'SUPERVISOR' || actor.kind === 'COORDINATOR' ? 'ALL' : 'NONE';

/** On whose side somebody stands in an agreement; null for those who only read it. */
export const partyToAgreement = (actor: Actor, placement: PlacementSubject): AgreementParty | null => {
  const party = partyOf(actor, placement);
  return party === 'RETURNER' || party === 'SUPERVISOR' || party === 'SITE' ? party : null;
};
