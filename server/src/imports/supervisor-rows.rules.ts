import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { faultsOfNumber, faultsOfText, hostNameAtMost } from '../placements/host.rules.ts';
import type { DateSpan } from '../placements/supervisor.rules.ts';
import { checkHcpcNumber } from '../returners/profile.rules.ts';
import { readDate, readerOf, readNumber, readWeekdays, type Read, type RowReader } from './cells.rules.ts';
import type { Line } from './file/table.ts';
import { plain, type Layout } from './headings.rules.ts';
import { refusedRow, type JudgedRow } from './import-words.rules.ts';
import { placeOfRow, type Places, type ProfessionFact } from './places.rules.ts';

/** A supervisor who is on the list already. */
export interface KnownSupervisor {
  readonly id: string;
  readonly hostId: string;
  readonly professionCode: string;
  readonly displayName: string;
  readonly hcpcNumber: string | null;
  readonly registered: readonly DateSpan[];
  readonly atOnceAtMost: number;
  readonly weekdays: readonly number[];
  readonly scope: readonly string[];
}
/** What rows of supervisors are judged by. */
export interface SupervisorRowFacts {
  readonly places: Places;
  readonly professions: readonly ProfessionFact[];
  readonly supervisors: readonly KnownSupervisor[];
  readonly today: CalendarDate;
}
/** A supervisor as they are to be kept. */
export interface SupervisorDraft {
  readonly hostId: string;
  readonly professionId: string;
  readonly displayName: string;
  readonly hcpcNumber: string;
  readonly registeredFrom: CalendarDate;
  readonly atOnceAtMost: number;
  readonly weekdays: readonly number[];
  readonly scope: readonly string[];
  /** Whom it is already, by number and organisation; or by name, where no number was kept. */
  readonly existing: KnownSupervisor | null;
}

/** The most activities of a scope. */
const scopeAtMost = 30;

const readScope = (text: string): Read<readonly string[]> => {
  const value = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return value.length <= scopeAtMost && value.every((part) => part.length <= hostNameAtMost)
    ? { value }
    : {
        message: 'This scope is too long.',
        help: `Give at most ${scopeAtMost} activities of ${hostNameAtMost} characters.`,
      };
};

const numberOfRow = (row: RowReader): { readonly number: string; readonly code: string } | null => {
  const typed = row.text('hcpcNumber');
  const code = /^[A-Za-z]+/.exec(typed.replaceAll(/[\s-]/g, ''))?.[0].toUpperCase() ?? null;
  const checked = checkHcpcNumber(typed, code);
  if (checked.isFine && code !== null) return { number: checked.value, code };
  row.fault(
    'hcpcNumber',
    typed === '' ? 'The HCPC number is missing.' : 'This does not look like an HCPC registration number.',
    'Give the letters of the profession and four to six digits, for example DT012345.',
  );
  return null;
};

/** Dates on the Register are the ground of eligibility: a file does not change them behind the back of who looked them up. */
const refuseOtherDates = (row: RowReader, known: KnownSupervisor, from: CalendarDate): void => {
  const last = known.registered.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1);
  if (last?.from !== from)
    row.fault(
      'registeredFrom',
      `Here it says ${inWords(from)}, and on record it says ${last ? inWords(last.from) : 'nothing'}.`,
      'Look at the Register, and correct this row or the supervisor on the organisation’s page.',
    );
};

const judge = (
  line: Line,
  layout: Layout,
  facts: SupervisorRowFacts,
  inFile: Map<string, number>,
): JudgedRow<SupervisorDraft> => {
  const row = readerOf(line, layout);
  const place = placeOfRow(row, facts.places);
  const registration = numberOfRow(row);
  const displayName = row.text('name');
  const noteFaults = (
    faults: readonly { readonly path: readonly string[]; readonly message: string; readonly help: string }[],
  ) => {
    for (const { path, message, help } of faults) row.fault(path[0] ?? null, message, help);
  };
  noteFaults(faultsOfText('name', displayName, hostNameAtMost, 'The name'));
  if (row.text('registeredFrom') === '')
    row.fault('registeredFrom', 'The first day on the Register is missing.', 'Write it as 01/09/2015.');
  const registeredFrom = row.read('registeredFrom', readDate, null);
  if (registeredFrom && registeredFrom > facts.today)
    row.fault('registeredFrom', 'This date is in the future.', 'Give the day on which the registration began.');
  const existing =
    place && registration
      ? (facts.supervisors.find(
          ({ hostId, hcpcNumber }) => hostId === place.host.id && hcpcNumber === registration.number,
        ) ??
        facts.supervisors.find(
          (one) =>
            one.hostId === place.host.id &&
            one.hcpcNumber === null &&
            one.professionCode === registration.code &&
            plain(one.displayName) === plain(displayName),
        ))
      : undefined;
  const kept = <Key extends 'atOnceAtMost' | 'weekdays' | 'scope'>(column: Key, usual: KnownSupervisor[Key]) =>
    row.has(column) ? usual : (existing?.[column] ?? usual);
  const atOnceAtMost = row.read('atOnceAtMost', readNumber, kept('atOnceAtMost', 1));
  const weekdays = row.read('weekdays', readWeekdays, kept('weekdays', [1, 2, 3, 4, 5]));
  const scope = row.read('scope', readScope, kept('scope', []));
  noteFaults(faultsOfNumber('atOnceAtMost', atOnceAtMost, 1, 20, 'This number'));
  const profession = facts.professions.find(({ code }) => code === registration?.code);
  if (existing && registeredFrom) refuseOtherDates(row, existing, registeredFrom);
  if (place && registration) {
    const key = [place.host.id, registration.number].join();
    const twin = inFile.get(key);
    if (twin !== undefined)
      row.fault('hcpcNumber', `Row ${twin} has the same number and organisation.`, 'Take one of the two rows out.');
    inFile.set(key, twin ?? row.number);
  }
  if (row.faults.length > 0 || !place || !registration || !registeredFrom || !profession)
    return refusedRow(row.number, row.faults);
  const draft: SupervisorDraft = {
    hostId: place.host.id,
    professionId: profession.id,
    displayName,
    hcpcNumber: registration.number,
    registeredFrom,
    atOnceAtMost,
    weekdays,
    scope,
    existing: existing ?? null,
  };
  const told = ({
    displayName: name,
    hcpcNumber,
    ...more
  }: Omit<KnownSupervisor, 'id' | 'hostId' | 'professionCode' | 'registered'>) =>
    JSON.stringify([name, hcpcNumber, more.atOnceAtMost, [...more.weekdays].toSorted(), more.scope]);
  const outcome = !existing ? 'CREATE' : told(existing) === told(draft) ? 'UNCHANGED' : 'CHANGE';
  return { number: row.number, outcome, faults: [], draft };
};

/** Every row of supervisors, with every reason why it cannot be taken. */
export const judgeSupervisorRows = (
  lines: readonly Line[],
  layout: Layout,
  facts: SupervisorRowFacts,
): readonly JudgedRow<SupervisorDraft>[] => {
  const inFile = new Map<string, number>();
  return lines.map((line) => judge(line, layout, facts, inFile));
};
