import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { belongingToOwnReturner, mayEditReturner, type ReturnerSubject } from '../returners/returner.policy.ts';
import type { CounterSignatureParty } from './counter-signature.rules.ts';

/** What policies must know of a counter-signature. */
export interface CounterSignatureSubject {
  readonly returner: Pick<ReturnerSubject, 'personId'>;
  readonly personId: string | null;
}

/** The person’s own; and those that one was asked to sign, by the confirmed address of the account. */
export const counterSignaturesVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'COUNTER_SIGNATORY'
    ? [[{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }]]
    : belongingToOwnReturner(actor);

/** Who somebody is to a counter-signature; null for those it is none of the business of. */
export const partyToCounterSignature = (
  actor: Actor,
  { returner, personId }: CounterSignatureSubject,
): CounterSignatureParty | null => {
  if (mayEditReturner(actor, returner)) return 'RETURNER';
  return actor.kind === 'COUNTER_SIGNATORY' && actor.personId !== null && actor.personId === personId
    ? 'COUNTER_SIGNATORY'
    : null;
};
