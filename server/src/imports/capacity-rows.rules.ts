import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { faultsOfCapacity, type CapacityTerms } from '../placements/capacity-faults.rules.ts';
import { adjustments, capacityAnswers, contracts, noReasons } from '../placements/capacity-words.rules.ts';
import { settings } from '../placements/matching/terms.rules.ts';
import { decideSupervisor, peakDuring, type DateSpan, type SupervisorFacts } from '../placements/supervisor.rules.ts';
import {
  readDate,
  readerOf,
  readNumber,
  readTime,
  readWeekdays,
  readWord,
  readWords,
  type RowReader,
} from './cells.rules.ts';
import type { Line } from './file/table.ts';
import { plain, type Layout } from './headings.rules.ts';
import { refusedRow, type JudgedRow } from './import-words.rules.ts';
import { placeOfRow, professionFinder, type Places, type ProfessionFact, type SiteFact } from './places.rules.ts';

/** A supervisor of one of the organisations. */
export interface SupervisorFact extends Omit<SupervisorFacts, 'returnerProfession' | 'activity'> {
  readonly id: string;
  readonly hostId: string;
  readonly name: string;
  readonly hcpcNumber: string | null;
}
/** An offer that stands already. */
export interface OfferFact {
  readonly id: string;
  readonly siteId: string;
  readonly professionId: string;
  readonly supervisorId: string | null;
  readonly boardIds: readonly string[];
  readonly terms: CapacityTerms;
  /** Live placements in it. */
  readonly taken: number;
  /** When somebody last confirmed it. */
  readonly confirmedOn: CalendarDate;
}
/** A live placement at a site. */
export interface TakenFact extends DateSpan {
  readonly siteId: string;
  readonly offerId: string;
}
/** What rows of places are judged by. */
export interface CapacityFacts {
  readonly places: Places;
  readonly professions: readonly ProfessionFact[];
  readonly supervisors: readonly SupervisorFact[];
  readonly offers: readonly OfferFact[];
  readonly taken: readonly TakenFact[];
  readonly today: CalendarDate;
}
/** Places as they are to be kept. */
export interface CapacityDraft {
  readonly hostId: string;
  readonly siteId: string;
  readonly professionId: string;
  readonly supervisorId: string | null;
  readonly terms: CapacityTerms;
  /** The offer that it is already, by site, profession and dates. */
  readonly existing: OfferFact | null;
}

const keyOf = (
  siteId: string,
  professionId: string,
  { startsOn, endsOn }: Pick<CapacityTerms, 'startsOn' | 'endsOn'>,
): string => [siteId, professionId, startsOn, endsOn].join();

const workWeek = [1, 2, 3, 4, 5];
/** What is meant where nothing is said of a new offer. */
const usual = {
  places: 1,
  weekdays: workWeek,
  dayStartsAt: 540,
  dayEndsAt: 1020,
  noticeDays: 0,
  setting: 'CLINICAL' as const,
  remotePercent: 0,
  adjustments: [],
};

/** The terms of a row. A column that the file does not have leaves what stands already as it is. */
const termsOf = (
  row: RowReader,
  dates: Pick<CapacityTerms, 'startsOn' | 'endsOn'>,
  known: CapacityTerms | undefined,
): CapacityTerms | null => {
  const answer = row.read('answer', (text) => readWord(text, capacityAnswers), null);
  const contract = row.read('contract', (text) => readWord(text, contracts), null);
  if (row.text('answer') === '') row.fault('answer', 'The answer is missing.', 'Write yes, maybe or no.');
  if (row.text('contract') === '') row.fault('contract', 'The contract is missing.', 'Write honorary, for example.');
  const kept = <Key extends keyof typeof usual>(column: Key) => (row.has(column) ? usual : (known ?? usual))[column];
  const keptDate = (column: 'askAgainOn' | 'maybeUntil' | 'supervisorNamedBy') =>
    row.read(column, readDate, row.has(column) ? null : (known?.[column] ?? null));
  const terms = {
    ...dates,
    places: row.read('places', readNumber, kept('places')),
    weekdays: row.read('weekdays', readWeekdays, kept('weekdays')),
    dayStartsAt: row.read('dayStartsAt', readTime, kept('dayStartsAt')),
    dayEndsAt: row.read('dayEndsAt', readTime, kept('dayEndsAt')),
    noticeDays: row.read('noticeDays', readNumber, kept('noticeDays')),
    remotePercent: row.read('remotePercent', readNumber, kept('remotePercent')),
    setting: row.read('setting', (text) => readWord(text, settings), kept('setting')),
    adjustments: row.read('adjustments', (text) => readWords(text, adjustments), kept('adjustments')),
    noReason: row.read(
      'noReason',
      (text) => readWord(text, noReasons),
      row.has('noReason') ? null : (known?.noReason ?? null),
    ),
    askAgainOn: keptDate('askAgainOn'),
    maybeUntil: keptDate('maybeUntil'),
    supervisorNamedBy: keptDate('supervisorNamedBy'),
    shownToAllOn: known?.shownToAllOn ?? null,
  };
  return answer && contract ? { ...terms, answer, contract } : null;
};

/** The facts laid out so that two thousand rows find theirs quickly. */
interface Found extends CapacityFacts {
  readonly offerByKey: ReadonlyMap<string, OfferFact>;
  readonly supervisorByKey: ReadonlyMap<string, SupervisorFact>;
  readonly takenAt: ReadonlyMap<string, readonly TakenFact[]>;
}
const numberKey = (hostId: string, hcpcNumber: string): string => `${hostId},${plain(hcpcNumber)}`;
const layOut = (facts: CapacityFacts): Found => ({
  ...facts,
  offerByKey: new Map(facts.offers.map((offer) => [keyOf(offer.siteId, offer.professionId, offer.terms), offer])),
  supervisorByKey: new Map(
    facts.supervisors.flatMap((one) => (one.hcpcNumber === null ? [] : [[numberKey(one.hostId, one.hcpcNumber), one]])),
  ),
  takenAt: Map.groupBy(facts.taken, ({ siteId }) => siteId),
});

const supervisorOfRow = (
  row: RowReader,
  facts: Found,
  of: {
    readonly hostId: string;
    readonly profession: ProfessionFact;
    readonly from: CalendarDate;
    readonly known: string | null;
  },
): SupervisorFact | null => {
  const typed = row.text('supervisor');
  if (!row.has('supervisor')) return facts.supervisors.find(({ id }) => id === of.known) ?? null;
  if (typed === '') return null;
  const found = facts.supervisorByKey.get(numberKey(of.hostId, typed));
  if (!found) {
    row.fault(
      'supervisor',
      `No supervisor of this organisation has the number “${typed.slice(0, 20)}”.`,
      'Import the supervisors first, or leave it out and say by when a supervisor is named.',
    );
    return null;
  }
  const decision = decideSupervisor(
    { ...found, returnerProfession: of.profession.code as SupervisorFacts['profession'], activity: null },
    of.from,
  );
  if (!decision.isEligible)
    row.fault(
      'supervisor',
      `${found.name} may not supervise on ${inWords(of.from)}. ${decision.reasons
        .filter(({ isMet }) => !isMet)
        .map(({ message }) => message)
        .join(' ')}`,
      decision.eligibleFrom === null
        ? 'Record what the Register says on the organisation’s page, name another supervisor, or say by when one is named.'
        : `Give a first day from ${inWords(decision.eligibleFrom)}, name another supervisor, or say by when one is named.`,
    );
  return found;
};

const spanOf = ({ startsOn, endsOn }: Pick<CapacityTerms, 'startsOn' | 'endsOn'>): DateSpan => ({
  from: startsOn,
  until: endsOn,
});

/** A site that has no room for so many on the fullest day. */
const refuseFullSite = (
  row: RowReader,
  site: SiteFact,
  terms: CapacityTerms,
  existing: OfferFact | undefined,
  facts: Found,
): void => {
  if (site.atOnceAtMost === null || terms.answer === 'NO') return;
  const others = (facts.takenAt.get(site.id) ?? []).filter(({ offerId }) => offerId !== existing?.id);
  const peak = peakDuring(others, spanOf(terms));
  if (peak + terms.places > site.atOnceAtMost)
    row.fault(
      'places',
      `${site.name} takes at most ${site.atOnceAtMost} at once${peak === 0 ? '' : `, and ${peak} of these are taken`}: there is no room for ${terms.places} more.`,
      'Offer fewer places, choose other dates, or raise the limit of the site.',
    );
};

interface Read {
  readonly row: RowReader;
  readonly draft: CapacityDraft | null;
}

const readRow = (
  line: Line,
  layout: Layout,
  facts: Found,
  professionOf: (row: RowReader) => ProfessionFact | null,
): Read => {
  const row = readerOf(line, layout);
  const place = placeOfRow(row, facts.places);
  const profession = professionOf(row);
  for (const [column, what] of [
    ['startsOn', 'first'],
    ['endsOn', 'last'],
  ] as const)
    if (row.text(column) === '') row.fault(column, `The ${what} day is missing.`, 'Write it as 04/01/2027.');
  const startsOn = row.read('startsOn', readDate, null);
  const endsOn = row.read('endsOn', readDate, null);
  if (row.text('site') === '') row.fault('site', 'The site is missing.', 'Write its name or its ODS code.');
  const site = place?.site;
  const dates = startsOn && endsOn ? { startsOn, endsOn } : null;
  const existing = site && profession && dates ? facts.offerByKey.get(keyOf(site.id, profession.id, dates)) : undefined;
  // the other cells are read whatever was wrong so far, so that everything is told at once
  const someDay = facts.today;
  const terms = termsOf(row, dates ?? { startsOn: someDay, endsOn: someDay }, existing?.terms);
  if (!site || !profession || !dates || !terms) return { row, draft: null };
  const supervisor = supervisorOfRow(row, facts, {
    hostId: site.hostId,
    profession,
    from: dates.startsOn,
    known: existing?.supervisorId ?? null,
  });
  const hasSupervisor = supervisor !== null || row.faults.some(({ column }) => column === 'supervisor');
  for (const { path, message, help } of faultsOfCapacity(
    terms,
    { hasSupervisor, boardIds: existing?.boardIds ?? [] },
    facts.today,
  ))
    row.fault(path[0] ?? null, message, help);
  refuseFullSite(row, site, terms, existing, facts);
  if (existing && existing.taken > (terms.answer === 'NO' ? 0 : terms.places))
    row.fault(
      terms.answer === 'NO' ? 'answer' : 'places',
      `${existing.taken} of these places are given already.`,
      'Withdraw or end those placements first, or keep as many places.',
    );
  const supervisorId = supervisor?.id ?? null;
  return {
    row,
    draft: {
      hostId: site.hostId,
      siteId: site.id,
      professionId: profession.id,
      supervisorId,
      terms: supervisorId === null ? terms : { ...terms, supervisorNamedBy: null },
      existing: existing ?? null,
    },
  };
};

type Offered = Pick<CapacityDraft, 'siteId' | 'professionId' | 'terms'> & { readonly row: number | null };

/** The same places counted twice: overlapping dates of one site and profession, on a shared day of the week. */
const overlaps = (one: Offered, other: Offered): boolean =>
  one.siteId === other.siteId &&
  one.professionId === other.professionId &&
  one.terms.answer !== 'NO' &&
  other.terms.answer !== 'NO' &&
  one.terms.startsOn <= other.terms.endsOn &&
  other.terms.startsOn <= one.terms.endsOn &&
  one.terms.weekdays.some((day) => other.terms.weekdays.includes(day));

/** Whether a row says what stands already. The order of what is listed does not matter. */
const saysTheSame = ({ terms, supervisorId, existing }: CapacityDraft): boolean => {
  const sorted = (of: CapacityTerms) =>
    JSON.stringify(
      Object.entries({ ...of, weekdays: of.weekdays.toSorted(), adjustments: of.adjustments.toSorted() })
        .map(([key, value]) => [key, value ?? null])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
    );
  return existing !== null && existing.supervisorId === supervisorId && sorted(existing.terms) === sorted(terms);
};

/** Every row of places, with every reason why it cannot be taken. */
export const judgeCapacityRows = (
  lines: readonly Line[],
  layout: Layout,
  facts: CapacityFacts,
): readonly JudgedRow<CapacityDraft>[] => {
  const professionOf = professionFinder(facts.professions);
  const found = layOut(facts);
  const read = lines.map((line) => readRow(line, layout, found, professionOf));
  const inFile = new Map<string, number>();
  const keys = new Set(
    read.flatMap(({ draft }) => (draft ? [keyOf(draft.siteId, draft.professionId, draft.terms)] : [])),
  );
  const offeredAt = new Map<string, Offered[]>();
  const offer = (one: Offered): void => void offeredAt.set(one.siteId, [...(offeredAt.get(one.siteId) ?? []), one]);
  for (const known of facts.offers)
    if (!keys.has(keyOf(known.siteId, known.professionId, known.terms))) offer({ ...known, row: null });
  return read.map(({ row, draft }) => {
    if (!draft) return refusedRow(row.number, row.faults);
    const key = keyOf(draft.siteId, draft.professionId, draft.terms);
    const twin = inFile.get(key);
    const overlapped = (offeredAt.get(draft.siteId) ?? []).find((other) =>
      overlaps({ ...draft, row: row.number }, other),
    );
    if (twin !== undefined)
      row.fault(null, `Row ${twin} has the same site, profession and dates.`, 'Take one of the two rows out.');
    else if (overlapped)
      row.fault(
        'startsOn',
        `The dates overlap with ${overlapped.row === null ? 'an offer that stands already' : `row ${overlapped.row}`}: ${inWords(overlapped.terms.startsOn)} to ${inWords(overlapped.terms.endsOn)}, for the same site and profession.`,
        'Put the places together in one row, or give other dates or days of the week.',
      );
    inFile.set(key, twin ?? row.number);
    if (twin === undefined) offer({ ...draft, row: row.number });
    if (row.faults.length > 0) return refusedRow(row.number, row.faults);
    const outcome = draft.existing === null ? 'CREATE' : saysTheSame(draft) ? 'UNCHANGED' : 'CHANGE';
    return { number: row.number, outcome, faults: [], draft };
  });
};
