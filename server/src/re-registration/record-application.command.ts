import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { checkHcpcNumber } from '../returners/profile.rules.ts';
import type { Returner } from '../returners/returner.entity.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import {
  lockReturner,
  lockReturnerById,
  notFound,
  professionCodeOf,
  subjectOf,
} from '../returners/returner.queries.ts';
import {
  plainEntry,
  type ApplicationEntry,
  type ApplicationEntryFacts,
  type ApplicationEntryKind,
} from './application-entry.rules.ts';
import { faultsOfFacts, faultsOfHistory } from './application-faults.rules.ts';
import { freezePack } from './freeze-pack.command.ts';
import { FrozenPackSchema } from './frozen-pack.entity.ts';
import type { Application } from './application.entity.ts';
import {
  addEntry,
  currentApplication,
  ledgerOf,
  returnerIdOfEntry,
  supersedeEntry,
  takeUpApplication,
  writeStanding,
} from './application.queries.ts';
import { anotherProcess } from './prepare-application.command.ts';

/** What is told of something that happened; what its kind does not need is left out. */
interface Told extends Partial<Omit<ApplicationEntryFacts, 'kind' | 'on' | 'answersId'>> {
  readonly on: ApplicationEntryFacts['on'];
  /** The id of HCPC's question, as the API shows it. */
  readonly answersId?: string | null;
  /** Sent although something was missing: the person says so. */
  readonly despiteMissing?: boolean | null;
}
/** Something happened. */
export interface RecordApplicationEntry extends Told {
  readonly returnerId: string;
  readonly kind: ApplicationEntryKind;
  readonly idempotencyKey: string;
}
/** Which version of which entry is meant. */
export interface TakeBackApplicationEntry {
  readonly entryId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}
/** An entry as it should be from now on. */
export interface CorrectApplicationEntry extends TakeBackApplicationEntry, Told {}

const uuidOfEntry = (id: string | null | undefined): string | null => {
  const asked = id ? fromGlobalId(id) : undefined;
  return asked?.type === 'ApplicationEntry' ? asked.id : null;
};

/** The facts that an entry of a kind keeps, in the form in which they are kept. */
const factsOf = (kind: ApplicationEntryKind, told: Told, professionCode: string | null): ApplicationEntryFacts => {
  const plain = plainEntry(kind, told.on);
  switch (kind) {
    case 'SENT':
      return { ...plain, way: told.way ?? null };
    case 'QUERIED':
      return { ...plain, askedFor: told.askedFor?.trim() ?? null, dueOn: told.dueOn ?? null };
    case 'ANSWERED':
      return { ...plain, answersId: uuidOfEntry(told.answersId) };
    case 'FEE_TAKEN':
      return { ...plain, pence: told.pence ?? null };
    case 'REGISTERED': {
      const typed = told.registrationNumber ?? null;
      const checked = typed === null ? null : checkHcpcNumber(typed, professionCode);
      return { ...plain, registrationNumber: checked?.isFine ? checked.value : typed };
    }
    case 'RENEWED':
    case 'REFUSED':
    case 'APPEALED':
    case 'APPEAL_DISMISSED':
    case 'WITHDRAWN':
      return plain;
  }
};

const packNotReady = (missing: readonly string[]): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['despiteMissing'],
  rule: 'THE_PACK_IS_WHOLE_BEFORE_SENDING',
  message: `Something is missing: ${missing.join(' ')}`,
  help: 'Mend it before you send. If you have sent it all the same, say so.',
});

type Changes = Record<string, { readonly before: unknown; readonly after: unknown }>;
const changesBetween = (before: ApplicationEntryFacts | null, after: ApplicationEntryFacts | null): Changes => {
  const fields = Object.keys(plainEntry('SENT', '' as ApplicationEntryFacts['on'])) as (keyof ApplicationEntryFacts)[];
  return Object.fromEntries(
    fields
      .map((field) => [field, { before: before?.[field] ?? null, after: after?.[field] ?? null }] as const)
      .filter(([field, change]) => field === 'kind' || change.before !== change.after),
  );
};

/** Writes what follows from the ledger; from the day somebody is registered the number on the Register is theirs. */
const settle = async (
  { em, clock, audit }: Transaction,
  returner: Returner,
  application: Application,
  action: string,
  changes: Changes,
): Promise<CommandResult> => {
  await writeStanding(em, application, clock.today());
  const registered = (await ledgerOf(em, application)).find(({ kind }) => kind === 'REGISTERED');
  const number = registered?.registrationNumber ?? null;
  const before = returner.hcpcNumber ?? null;
  if (number !== null && number !== before) em.assign(returner, { hcpcNumber: number, version: returner.version + 1 });
  audit({
    action,
    subject: { type: 'Returner', id: returner.id },
    personId: returner.person.id,
    changes: {
      ...changes,
      ...(number !== null && number !== before ? { hcpcNumber: { before, after: number } } : {}),
    },
  });
  return { done: { returnerId: returner.id } };
};

/** Records that something happened to the application. */
export const recordApplicationEntry = (context: CommandContext, input: RecordApplicationEntry) =>
  runCommand(
    context,
    { name: 'recordApplicationEntry', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, actor, clock } = transaction;
      const today = clock.today();
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const application = await takeUpApplication(em, returner, today);
      if (!application) return { refused: [anotherProcess] };
      const professionCode = await professionCodeOf(em, returner);
      const facts = factsOf(input.kind, input, professionCode);
      const faults = faultsOfFacts(facts, professionCode, today);
      if (faults.length > 0) return { refused: faults };
      const entries = await ledgerOf(em, application);
      const refused = faultsOfHistory([...entries, { ...facts, id: 'new', version: 1 }], application.route, 'new');
      if (refused.length > 0) return { refused };
      if (input.kind === 'SENT') {
        const frozen = await freezePack(transaction, returner, input.on);
        if ('refused' in frozen && input.despiteMissing !== true)
          return { refused: [packNotReady(frozen.refused.map(({ message }) => message))] };
        const kept = 'refused' in frozen ? null : await em.findOneOrFail(FrozenPackSchema, { id: frozen.frozenPackId });
        em.assign(application, { packDigest: kept?.pdfSha256 ?? null });
      }
      await addEntry(em, application, facts, clock.now());
      return settle(transaction, returner, application, 'recordApplicationEntry', changesBetween(null, facts));
    },
  );

const noSuchEntry = notFound('entryId', 'entry');

/** Locks the owner, then finds the entry that holds, if it has the version the caller has read. */
const withEntry = async (
  { em, actor }: Transaction,
  { entryId, expectedVersion }: TakeBackApplicationEntry,
  work: (
    returner: Returner,
    application: Application,
    entry: ApplicationEntry,
    others: readonly ApplicationEntry[],
  ) => Promise<CommandResult>,
): Promise<CommandResult> => {
  const id = uuidOfEntry(entryId);
  const returnerId = id && (await returnerIdOfEntry(em, id));
  const returner = returnerId ? await lockReturnerById(em, actor, returnerId) : null;
  if (!returner || !mayEditReturner(actor, subjectOf(returner))) return { refused: [noSuchEntry] };
  const application = await currentApplication(em, returner);
  const entries = application ? await ledgerOf(em, application) : [];
  const entry = entries.find((one) => one.id === id);
  if (!application || !entry) return { refused: [noSuchEntry] };
  if (entry.version !== expectedVersion) return { refused: [conflict(entry.version)] };
  return work(
    returner,
    application,
    entry,
    entries.filter((one) => one.id !== id),
  );
};

/** Corrects an entry; what it said before stays in the ledger. */
export const correctApplicationEntry = (context: CommandContext, input: CorrectApplicationEntry) =>
  runCommand(context, { name: 'correctApplicationEntry', input, idempotencyKey: input.idempotencyKey }, (transaction) =>
    withEntry(transaction, input, async (returner, application, entry, others) => {
      const { em, clock } = transaction;
      const professionCode = await professionCodeOf(em, returner);
      const facts = { ...factsOf(entry.kind, input, professionCode), answersId: entry.answersId };
      const faults = faultsOfFacts(facts, professionCode, clock.today());
      if (faults.length > 0) return { refused: faults };
      const refused = faultsOfHistory([...others, { ...entry, ...facts }], application.route, entry.id);
      if (refused.length > 0) return { refused };
      await supersedeEntry(em, application, entry, facts, { at: clock.now(), isRemoved: false });
      const changes = changesBetween(entry, facts);
      return settle(transaction, returner, application, 'correctApplicationEntry', changes);
    }),
  );

/** Takes an entry back that was made wrongly, unless later ones rest on it. */
export const takeBackApplicationEntry = (context: CommandContext, input: TakeBackApplicationEntry) =>
  runCommand(
    context,
    { name: 'takeBackApplicationEntry', input, idempotencyKey: input.idempotencyKey },
    (transaction) =>
      withEntry(transaction, input, async (returner, application, entry, others) => {
        const { em, clock } = transaction;
        const refused = faultsOfHistory(others, application.route, null);
        if (refused.length > 0) return { refused };
        await supersedeEntry(em, application, entry, entry, { at: clock.now(), isRemoved: true });
        return settle(transaction, returner, application, 'takeBackApplicationEntry', changesBetween(entry, null));
      }),
  );
