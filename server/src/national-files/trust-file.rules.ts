import { compareDates, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { checkPostcode } from '../returners/profile.rules.ts';
import type { Coming } from './coming.rules.ts';
import { countInWords, isOdsCode, linesOfDoubles, readDate } from './line-checks.rules.ts';
import { lineFault, type FileLine, type OrganisationChange } from './national-words.rules.ts';
import { isSameName, nameInText } from './trust-name.rules.ts';

/** The published file has so many columns, and no headings. Source: ODS, `etr.csv`. */
export const trustColumns = 27;
/** Where in a line what stands, counted from nothing. Source: ODS, `etr.csv`. */
const at = { code: 0, name: 1, region: 2, board: 3, postcode: 9, opened: 10, closed: 11 } as const;

/** A trust as we know it, or as the file tells of it. */
export interface TrustFact {
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly boardCode: string;
  readonly postcode: string;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}
/** What a file of trusts is judged by. */
export interface TrustFacts {
  readonly trusts: readonly TrustFact[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly boards: readonly { readonly code: string; readonly name: string; readonly closedOn: CalendarDate | null }[];
  /** Which board took over from which, from when on. */
  readonly successions: readonly { readonly from: string; readonly to: string; readonly on: CalendarDate }[];
  readonly today: CalendarDate;
}
/** A trust that changes, with what it was. */
export interface TrustDraft {
  readonly trust: TrustFact;
  readonly before: TrustFact | null;
  /** The first day of what is new, and whether the file leaves it open. */
  readonly since: CalendarDate;
  readonly isAssumed: boolean;
}
/** What a file of trusts says. */
export interface JudgedTrusts {
  readonly drafts: readonly TrustDraft[];
  readonly changes: readonly OrganisationChange[];
  /** Trusts that open or close on a day to come. */
  readonly coming: readonly Coming[];
  /** The codes of all that the file names. */
  readonly named: ReadonlySet<string>;
  readonly leftOut: readonly string[];
}
export type Judged<Found> = { readonly faults: readonly Refusal[] } | { readonly found: Found };

interface Reading extends TrustFact {
  readonly line: number;
}

const noDate = (line: number, which: string, text: string): Refusal =>
  lineFault(
    line,
    `“${text}” is not a date, so we do not know when the trust ${which}.`,
    'Dates are written year, month, day, without spaces. Example: 20260401.',
    'DATE',
  );

const readLine = ({ line, cells }: FileLine, faults: Refusal[]): Reading | null => {
  if (cells.length !== trustColumns) {
    faults.push(
      lineFault(
        line,
        `it has ${countInWords(cells.length, 'column', 'columns')}, and the published file has ${trustColumns}.`,
        'Use the file etr.csv as it is published, without opening it in a spreadsheet.',
        'COLUMNS',
      ),
    );
    return null;
  }
  const cell = (column: keyof typeof at): string => (cells[at[column]] ?? '').trim();
  const code = cell('code').toUpperCase();
  const before = faults.length;
  if (!isOdsCode(code))
    faults.push(
      lineFault(line, `“${code}” is not a code.`, 'Codes have three to six letters and digits. Example: R0A.'),
    );
  if (cell('name') === '') faults.push(lineFault(line, `${code} has no name.`, 'Ask for the name, and fill it in.'));
  const openedOn = readDate(cell('opened'));
  if (openedOn === undefined) faults.push(noDate(line, 'opened', cell('opened')));
  const closedOn = cell('closed') === '' ? null : readDate(cell('closed'));
  if (closedOn === undefined) faults.push(noDate(line, 'closed', cell('closed')));
  if (openedOn && closedOn && compareDates(closedOn, openedOn) < 0)
    faults.push(
      lineFault(
        line,
        `${code} closes on ${inWords(closedOn)}, before it opens on ${inWords(openedOn)}.`,
        'Correct one of the two dates.',
        'CLOSES_AFTER_OPENING',
      ),
    );
  if (faults.length > before || openedOn === undefined || closedOn === undefined) return null;
  return {
    line,
    code,
    name: nameInText(cell('name')),
    regionCode: cell('region').toUpperCase(),
    boardCode: cell('board').toUpperCase(),
    postcode: cell('postcode').toUpperCase(),
    openedOn,
    closedOn,
  };
};

/** Faults of what an open trust belongs to, and its postcode in the usual form. */
const checkOpen = (trust: Reading, facts: TrustFacts, faults: Refusal[]): string => {
  const { line, code, regionCode, boardCode } = trust;
  if (!facts.regions.some((region) => region.code === regionCode))
    faults.push(
      lineFault(
        line,
        regionCode === ''
          ? `${code} belongs to no region.`
          : `${code} belongs to the region ${regionCode}, which is not known.`,
        'Check the third column.',
        'PARENT',
      ),
    );
  const board = facts.boards.find((known) => known.code === boardCode);
  if (board === undefined)
    faults.push(
      lineFault(
        line,
        boardCode === ''
          ? `${code} belongs to no board.`
          : `${code} belongs to the board ${boardCode}, which is not known.`,
        'If the board is new, import the file of boards that take over first.',
        'PARENT',
      ),
    );
  else if (board.closedOn !== null && compareDates(board.closedOn, facts.today) < 0)
    faults.push(
      lineFault(
        line,
        `${code} belongs to ${board.name}, a board that closed on ${inWords(board.closedOn)}.`,
        'This file is older than what we know. Use the newest one.',
        'PARENT',
      ),
    );
  const address = checkPostcode(trust.postcode);
  if (address.isFine) return address.value.postcode;
  faults.push(lineFault(line, `“${trust.postcode}” is not a postcode.`, 'Check the tenth column.'));
  return trust.postcode;
};

const nameOf = (known: readonly { readonly code: string; readonly name: string }[], code: string): string =>
  known.find((one) => one.code === code)?.name ?? code;

const changesOf = ({ trust, before, since, isAssumed }: TrustDraft, facts: TrustFacts): OrganisationChange[] => {
  const { code, name } = trust;
  const board = (of: TrustFact) => nameOf(facts.boards, of.boardCode);
  if (before === null)
    return [{ kind: 'NEW', code, name, what: `New in ${board(trust)}.`, on: trust.openedOn, isAssumed: false }];
  const changes: OrganisationChange[] = [];
  const add = (kind: OrganisationChange['kind'], what: string, on = since, assumed = isAssumed) =>
    void changes.push({ kind, code, name, what, on, isAssumed: assumed });
  if (trust.closedOn !== before.closedOn) {
    if (trust.closedOn === null) add('REOPENED', 'Open again.', facts.today, true);
    else add('CLOSED', `Closed on ${inWords(trust.closedOn)}.`, trust.closedOn, false);
  }
  if (trust.name !== before.name) add('RENAMED', `Before: ${before.name}.`, facts.today, true);
  if (trust.boardCode !== before.boardCode) add('MOVED', `From ${board(before)} to ${board(trust)}.`);
  if (trust.regionCode !== before.regionCode)
    add(
      'MOVED',
      `From the region ${nameOf(facts.regions, before.regionCode)} to ${nameOf(facts.regions, trust.regionCode)}.`,
    );
  if (trust.postcode !== before.postcode)
    add('MOVED', `From ${before.postcode} to ${trust.postcode}.`, facts.today, true);
  return changes;
};

/** What we keep of a line beside what we know: a closed trust keeps all but its last day, a name keeps its spelling. */
const draftOf = (read: Reading, known: TrustFact | undefined, facts: TrustFacts): TrustDraft => {
  const { line: _line, ...told } = read;
  const before = known ?? null;
  const trust: TrustFact =
    before === null
      ? told
      : told.closedOn !== null
        ? { ...before, closedOn: told.closedOn }
        : {
            ...told,
            openedOn: before.openedOn,
            name: isSameName(told.name, before.name) ? before.name : told.name,
          };
  const followed = facts.successions.find(
    ({ from, to, on }) => from === before?.boardCode && to === trust.boardCode && compareDates(on, facts.today) <= 0,
  );
  return { trust, before, since: followed?.on ?? facts.today, isAssumed: followed === undefined };
};

const told: readonly (keyof TrustFact)[] = ['name', 'regionCode', 'boardCode', 'postcode', 'openedOn', 'closedOn'];

const isChange = ({ trust, before }: TrustDraft): boolean =>
  before === null || told.some((fact) => trust[fact] !== before[fact]);

/**
 * Reads the national file of trusts as it is published, and says what it changes. Nothing is taken of a file with a fault. What
 * lies in the future waits for its day.
 */
export const judgeTrusts = (lines: readonly FileLine[], facts: TrustFacts): Judged<JudgedTrusts> => {
  const faults: Refusal[] = [];
  const read = lines.flatMap((line) => readLine(line, faults) ?? []);
  for (const [line, earlier] of linesOfDoubles(read.map((row) => ({ line: row.line, key: row.code })))) {
    const code = read.find((one) => one.line === line)?.code;
    faults.push(
      lineFault(
        line,
        `${code} stands in line ${earlier} already.`,
        'Each trust stands in the file once. Take one line out.',
        'ONE_LINE',
      ),
    );
  }
  const known = new Map(facts.trusts.map((trust) => [trust.code, trust]));
  const drafts: TrustDraft[] = [];
  let outside = 0;
  let closedBefore = 0;
  const coming: Coming[] = [];
  const comesOn = ({ line, code, name }: Reading, on: CalendarDate): void => {
    coming.push({ code, name: known.get(code)?.name ?? name, on, lines: lines.filter((one) => one.line === line) });
  };
  for (const one of read) {
    const ours = known.get(one.code);
    if (one.regionCode === '' && ours === undefined) outside += 1;
    else if (one.closedOn !== null && compareDates(one.closedOn, facts.today) <= 0) {
      if (ours === undefined) closedBefore += 1;
      else drafts.push(draftOf(one, ours, facts));
    } else {
      if (compareDates(one.openedOn, facts.today) > 0) {
        comesOn(one, one.openedOn);
        continue;
      }
      if (one.closedOn !== null) comesOn(one, one.closedOn);
      const postcode = checkOpen(one, facts, faults);
      drafts.push(draftOf({ ...one, postcode, closedOn: null }, ours, facts));
    }
  }
  if (faults.length > 0) return { faults: faults.toSorted((one, other) => lineOf(one) - lineOf(other)) };
  const changed = drafts.filter(isChange);
  const named = new Set(read.map(({ code }) => code));
  const notNamed = facts.trusts.filter(({ code, closedOn }) => closedOn === null && !named.has(code)).length;
  const said = (count: number, one: string, many: string) => (count === 0 ? [] : [countInWords(count, one, many)]);
  return {
    found: {
      drafts: changed,
      changes: changed.flatMap((draft) => changesOf(draft, facts)),
      coming,
      named,
      leftOut: [
        ...said(
          outside,
          'row has no English region: it is left out.',
          'rows have no English region: they are left out.',
        ),
        ...said(
          closedBefore,
          'trust closed before we knew of it: it is left out.',
          'trusts closed before we knew of them: they are left out.',
        ),
        ...said(
          notNamed,
          'trust that we know is not in the file: it stays as it is.',
          'trusts that we know are not in the file: they stay as they are.',
        ),
      ],
    },
  };
};

const lineOf = ({ path }: Refusal): number => Number(path[1] ?? 0);
