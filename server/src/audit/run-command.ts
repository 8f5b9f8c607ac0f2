import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';
import { takeIdempotencyKey } from '../access/idempotent-answer.queries.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { recordChanges } from './record-change.command.ts';
import { recordEvents } from './record-event.command.ts';
import { recordEntries, recordMail, type Entry, type Mail } from './record.command.ts';

/** Who asks for a change, when, and through what. */
export interface CommandContext {
  readonly actor: Actor;
  readonly clock: Clock;
  /** By which the request is found again in the log and the audit. */
  readonly traceId: string;
  /** A fork of this request's own. */
  readonly em: EntityManager;
  /** True where nobody asks but the clock: the audit names the service. */
  readonly isService?: boolean;
}

/** What a command works with. `em` is inside the transaction. */
export interface Transaction extends CommandContext {
  /** Notes what is done, for the audit. At least one entry is needed, or the command fails as a bug. */
  readonly audit: (entry: Entry) => void;
  /** Sends a mail, if and only if the command succeeds. */
  readonly send: (mail: Mail) => void;
}

/** What became of a command: the ids that its answer is read by, or why not. */
export type CommandResult =
  { readonly done: Readonly<Record<string, string>> } | { readonly refused: readonly Refusal[] };

/** What is asked for. */
export interface CommandRequest {
  /** The name of the mutation. Example: `logDay`. */
  readonly name: string;
  readonly input: unknown;
  /** A UUID of the caller's; the same request under the same key has one effect and one answer for 24 hours. */
  readonly idempotencyKey: string | null;
  /** What to answer where a named constraint of the database says no. Any other broken constraint is a bug. */
  readonly constraints?: Readonly<Record<string, Refusal>>;
}

type Work = (transaction: Transaction) => Promise<CommandResult>;

/** How often a transaction is tried again that PostgreSQL ended for the sake of another, and the longest pause before. */
const MOST_RETRIES = 3;
const LONGEST_PAUSE_MS = 40;

const keyReused: Refusal = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  path: ['idempotencyKey'],
  message: 'This key was sent before with another request.',
  help: 'Make a new key for a new request. Use the same key only to send the same request again.',
};

/** Ends the inner transaction without its effects. */
class Undo extends Error {
  constructor(readonly refused: readonly Refusal[]) {
    super('refused');
  }
}

/**
 * Runs one use case in one transaction, with its audit entries, word of what changed, its mails and its idempotency key. A refusal
 * undoes everything but the memory of the refusal under the key.
 */
export const runCommand = async (
  context: CommandContext,
  request: CommandRequest,
  work: Work,
): Promise<CommandResult> => {
  for (let retries = 0; ; retries += 1) {
    try {
      return await context.em.fork().transactional((em) => answerOnce(context, em, request, work));
    } catch (error) {
      if (retries === MOST_RETRIES || !wasEndedForAnother(error)) throw error;
      await pause(Math.random() * LONGEST_PAUSE_MS);
    }
  }
};

const answerOnce = async (
  context: CommandContext,
  em: EntityManager,
  request: CommandRequest,
  work: Work,
): Promise<CommandResult> => {
  if (request.idempotencyKey === null) return undoneIfRefused(context, em, request, work);
  const { idempotencyKey: key, name, input } = request;
  const state = await takeIdempotencyKey(em, {
    ownerId: context.actor.personId,
    programId: context.actor.partner?.clientId ?? null,
    key,
    name,
    input,
  });
  if (state.kind === 'USED_FOR_ANOTHER') return { refused: [keyReused] };
  if (state.kind === 'ANSWERED') return JSON.parse(state.answer) as CommandResult;
  const result = await undoneIfRefused(context, em, request, work);
  await state.keep(result);
  return result;
};

const undoneIfRefused = async (
  context: CommandContext,
  outer: EntityManager,
  request: CommandRequest,
  work: Work,
): Promise<CommandResult> => {
  try {
    return await outer.transactional((em) => workAndRecord(context, em, request, work));
  } catch (error) {
    if (error instanceof Undo) return { refused: error.refused };
    const refusal = request.constraints?.[brokenConstraint(error) ?? ''];
    if (refusal) return { refused: [refusal] };
    throw error;
  }
};

const workAndRecord = async (
  { actor, clock, traceId, isService = false }: CommandContext,
  em: EntityManager,
  request: CommandRequest,
  work: Work,
): Promise<CommandResult> => {
  const entries: Entry[] = [];
  const mails: Mail[] = [];
  const result = await work({
    actor,
    clock,
    traceId,
    em,
    audit: (entry) => void entries.push(entry),
    send: (mail) => void mails.push(mail),
  });
  if ('refused' in result) throw new Undo(result.refused);
  if (entries.length === 0) throw new Error(`The command ${request.name} left no entry in the audit.`);
  await em.flush();
  // a program stands in the audit by its own id, beside the person who answers for it
  const doer = {
    id: actor.personId ?? actor.partner?.clientId ?? null,
    ownerId: actor.partner?.ownerId ?? null,
    kind: isService ? ('SERVICE' as const) : actor.kind,
    traceId,
    at: clock.now(),
  };
  await recordEntries(em, doer, entries);
  await recordChanges(em, doer.at, entries);
  await recordEvents(em, doer.at, entries);
  for (const mail of mails) await recordMail(em, doer.at, mail);
  return result;
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Serialisation failures and deadlocks: nothing is wrong with the command, it only met another. */
const wasEndedForAnother = (error: unknown): boolean => ['40001', '40P01'].includes(String(codeOf(error)));

const brokenConstraint = (error: unknown): string | undefined =>
  error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
