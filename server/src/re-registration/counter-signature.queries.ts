import { LockMode } from '@mikro-orm/core';
import { PersonSchema, type Person } from '../access/person.entity.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { ReturnerSchema, type Returner } from '../returners/returner.entity.ts';
import { CounterSignatureSchema, type CounterSignature } from './counter-signature.entity.ts';
import { decideNamed } from './counter-signature.rules.ts';
import { readPackFacts } from './pack.queries.ts';
import type { Pack } from './pack-record.rules.ts';
import { packOf } from './pack.rules.ts';

type EntityManager = CommandContext['em'];

/** A counter-signature with its owner; both are locked. */
export interface LockedCounterSignature {
  readonly signature: CounterSignature;
  readonly returner: Returner;
}

/** Locks a counter-signature, the returner before it; null where there is none. */
export const lockCounterSignature = async (
  em: EntityManager,
  where: { readonly id: string } | { readonly tokenHash: Buffer } | { readonly notMeHash: Buffer },
): Promise<LockedCounterSignature | null> => {
  const found = await em.findOne(CounterSignatureSchema, where);
  if (!found) return null;
  const returner = await em.findOneOrFail(
    ReturnerSchema,
    { id: found.returner.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const signature = await em.findOne(
    CounterSignatureSchema,
    { id: found.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return signature && { signature, returner };
};

/** Locks the one that stands now; null while nobody is named. Call it with the returner locked. */
export const lockNamed = (em: EntityManager, returnerId: string): Promise<CounterSignature | null> =>
  em.findOne(
    CounterSignatureSchema,
    { returner: returnerId, state: { $ne: 'REPLACED' } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );

/** The account whose confirmed address this is; null for none. */
export const personOfAddress = async (em: EntityManager, email: string): Promise<Person | null> =>
  em.findOne(PersonSchema, { email, emailConfirmedAt: { $ne: null } });

/** What a signature is judged with: the whole pack, and whether the one who is named may sign today. */
export const judgedWith = async (
  em: EntityManager,
  { signature, returner }: LockedCounterSignature,
  today: CalendarDate,
) => {
  const facts = await readPackFacts(em, returner.id);
  const pack: Pack = packOf(facts, today);
  const named = facts.counterSignatory;
  if (named === null) throw new Error('The one who is asked is the one who is named.');
  const { email } = await em.findOneOrFail(PersonSchema, { id: returner.person.id });
  return {
    pack,
    decision: decideNamed(named, facts.profession ?? named.profession, named.isSupervisor, today),
    isOwn: signature.email === email || signature.person?.id === returner.person.id,
    lastToldOn: signature.lastToldOn ? calendarDate(signature.lastToldOn) : null,
  };
};
