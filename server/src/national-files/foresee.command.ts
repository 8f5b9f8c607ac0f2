import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { concernedBy, waitingChanges } from './coming-change.queries.ts';
import { daysOf, type Coming } from './coming.rules.ts';
import { countInWords } from './line-checks.rules.ts';
import { affectedBy, leftWithoutCoordinator } from './national-file.queries.ts';
import {
  nobodyAffected,
  type Affected,
  type FileLine,
  type NationalFileKind,
  type OrganisationChange,
} from './national-words.rules.ts';
import { recorderOf } from './record-values.queries.ts';
import type { Choice } from './split.rules.ts';
import { writeNationalFile, type Asks, type Refused } from './write-national-file.command.ts';

/** What a file says of days to come. */
export interface ToCome {
  readonly kind: NationalFileKind;
  readonly coming: readonly Coming[];
  readonly headings: FileLine | null;
  readonly chosen: ReadonlyMap<string, string>;
}
/** What it would do if its days came now. */
export interface Foreseen {
  readonly changes: readonly (OrganisationChange & { readonly affected: Affected })[];
  readonly affected: Affected;
  readonly choices: readonly Choice[];
  /** Why it could not be done; empty where it could. */
  readonly inTheWay: readonly Refusal[];
  readonly concerned: readonly { readonly personId: string; readonly codes: readonly string[] }[];
}
interface Looking {
  readonly em: CommandContext['em'];
  readonly now: Date;
  readonly importedBy: string;
  readonly asks: Asks;
}

/** Carries out of a transaction what was found in it, and takes back all that was written. */
class TakenBack extends Error {
  constructor(readonly found: Foreseen | Refused) {
    super('taken back');
  }
}

export const unseen = (people: number, organisations: number): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['file'],
  rule: 'SOMEBODY_COORDINATES',
  message: `${countInWords(people, 'person', 'people')} and ${countInWords(organisations, 'organisation', 'organisations')} would have no coordinator any more.`,
  help: 'Let somebody coordinate the region or the board that they move to, then try again.',
});

const throwaway = async ({ em, now, importedBy }: Looking, kind: NationalFileKind) => {
  const [made] = await em.execute<{ id: string }[]>(
    `insert into national_import (kind, digest, rows, report, applied_at, applied_by_id) values (?, '', 0, '{}', ?, ?) returning id`,
    [kind, now, importedBy],
  );
  return recorderOf(em, made?.id ?? '');
};

/** Trusts may belong to boards that begin by their day: those are there first. */
const boardsUntil = async (looking: Looking, today: CalendarDate): Promise<void> => {
  const { em, now } = looking;
  const boards = await waitingChanges(em, 'SUCCESSIONS', today);
  for (const day of daysOf(boards)) {
    const [first, ...others] = boards.filter(({ on }) => on === day);
    const lines = [...(first?.lines ?? []), ...others.flatMap((one) => one.lines.slice(1))];
    await writeNationalFile({ em, today: day, now, asks: 'NOT_YET' }, await throwaway(looking, 'SUCCESSIONS'), {
      kind: 'SUCCESSIONS',
      lines: lines.map((cells, index) => ({ line: index + 1, cells })),
      chosen: new Map([first, ...others].flatMap((one) => one?.chosen ?? [])),
    });
  }
};

const doAll = async (looking: Looking, { kind, coming, headings, chosen }: ToCome): Promise<Foreseen | Refused> => {
  const { em, now, asks } = looking;
  const changes: OrganisationChange[] = [];
  const trustCodes: string[] = [];
  const choices: Choice[] = [];
  if (kind === 'TRUSTS') for (const last of daysOf(coming).slice(-1)) await boardsUntil(looking, last);
  const recorder = await throwaway(looking, kind);
  for (const today of daysOf(coming)) {
    const lines = coming.filter(({ on }) => on === today).flatMap((one) => one.lines);
    const written = await writeNationalFile({ em, today, now, asks }, recorder, {
      kind,
      lines: [...(headings === null ? [] : [headings]), ...lines],
      chosen,
    });
    if ('refused' in written) return written;
    changes.push(...written.changes);
    trustCodes.push(...written.trustCodes);
    choices.push(...written.choices);
  }
  const affected = await affectedBy(em, recorder.importId, trustCodes);
  const lost = await leftWithoutCoordinator(em, recorder.importId);
  return {
    changes: changes.map((change) => ({ ...change, affected: affected.get(change.code) ?? nobodyAffected })),
    affected: affected.get('') ?? nobodyAffected,
    choices,
    inTheWay: lost.people + lost.organisations > 0 ? [unseen(lost.people, lost.organisations)] : [],
    concerned: await concernedBy(em, recorder.importId, trustCodes),
  };
};

/** Does all that a file says of days to come, as if they had come, finds out whom it affects, and takes everything back. */
export const foresee = async (looking: Looking, toCome: ToCome): Promise<Foreseen | Refused> => {
  if (toCome.coming.length === 0)
    return { changes: [], affected: nobodyAffected, choices: [], inTheWay: [], concerned: [] };
  try {
    return await looking.em.transactional(async (em): Promise<Foreseen> => {
      throw new TakenBack(await doAll({ ...looking, em }, toCome));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.found;
    throw error;
  }
};
