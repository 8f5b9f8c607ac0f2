import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { belongingToOwnReturner, mayEditReturner } from '../returners/returner.policy.ts';
import type { VirusCheck } from './evidence.rules.ts';

/** What policies must know of a file. */
export interface EvidenceSubject {
  readonly ownerId: string;
  readonly virusCheck: VirusCheck;
  /** Whether it is tied to something that the one who asks may see. */
  readonly isShown: boolean;
}

/** In which list stands what is shown to somebody of a role: what is tied to the days they sign, or the standards they assess. */
const shownIn: Partial<Readonly<Record<Actor['kind'], string>>> = {
  SUPERVISOR: 'evidence_shown_to_supervisor',
  ASSESSOR: 'evidence_shown_to_assessor',
};

/** Whether there is a list of what is shown to people of this role, and which. */
export const listShownTo = (actor: Actor): string | null => shownIn[actor.kind] ?? null;

/**
 * A file is its owner's alone, until it is filed with something that a supervisor or an assessor may see. No coordinator and nobody of
 * an organisation sees it.
 */
export const evidenceVisibleTo = (actor: Actor): Visibility => {
  const list = listShownTo(actor);
  if (list === null) return belongingToOwnReturner(actor);
  const own = actor.personId === null ? [] : [actor.personId];
  return [[{ column: 'id', belongsTo: list, visible: [[{ column: 'person_id', isOneOf: own }]] }]];
};

/** What is filed with days to confirm: for the person, and for who signs. */
export const forThoseWhoSign = (actor: Actor): Visibility =>
  actor.kind === 'RETURNER' || actor.kind === 'SUPERVISOR' ? 'ALL' : 'NONE';

/** What is filed under the standards of an assessment: for the person, and for those who assess. */
export const forThoseWhoAssess = (actor: Actor): Visibility =>
  actor.kind === 'RETURNER' || actor.kind === 'ASSESSOR' ? 'ALL' : 'NONE';

/** Whether a file may be opened through a link to sign: it is tied to the days of the link, and was checked for viruses. */
export const mayOpenByLink = ({ virusCheck }: Pick<EvidenceSubject, 'virusCheck'>): boolean => virusCheck === 'CLEAN';

/** Whether somebody may open a file. Others than the owner only where it was checked for viruses. */
export const mayOpenEvidence = (actor: Actor, { ownerId, virusCheck, isShown }: EvidenceSubject): boolean => {
  if (mayEditReturner(actor, { personId: ownerId })) return virusCheck === 'CLEAN' || virusCheck === 'NOT_CHECKED';
  return listShownTo(actor) !== null && isShown && virusCheck === 'CLEAN';
};
