import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { nearestDistrict } from '../organisations/nearest-district.rules.ts';
import type { Coming } from './coming.rules.ts';
import { judgeDistricts } from './district-file.rules.ts';
import { followBoards } from './follow-boards.command.ts';
import { followDistricts } from './follow-districts.command.ts';
import { followTrusts } from './follow-trusts.command.ts';
import { countInWords } from './line-checks.rules.ts';
import { districtsKnown, partsOfBoards, successionFacts, trustFacts } from './national-file.queries.ts';
import { lineFault, type FileLine, type NationalFileKind, type OrganisationChange } from './national-words.rules.ts';
import type { Recorder } from './record-values.queries.ts';
import { choicesOf, type Choice } from './split.rules.ts';
import { judgeSuccessions } from './succession-file.rules.ts';
import { judgeTrusts } from './trust-file.rules.ts';

export type Refused = { readonly refused: readonly Refusal[] };

const unplaced = (count: number): Refusal => ({
  code: 'VALUE_MISSING',
  path: ['chosen'],
  rule: 'EVERYBODY_IS_PLACED',
  message: `A board is split, and it is not said for ${countInWords(count, 'part', 'parts')} to which board it goes.`,
  help: 'Choose a board for each.',
});

/** What was written of a file, before it is kept or taken back. */
export interface Written {
  readonly changes: readonly OrganisationChange[];
  readonly leftOut: readonly string[];
  readonly trustCodes: readonly string[];
  readonly choices: readonly Choice[];
  /** True where the file says something new that is not worth a line of its own. */
  readonly isNew?: boolean;
  /** What the file says of days to come, and the codes of all that it names. */
  readonly coming: readonly Coming[];
  readonly named: ReadonlySet<string>;
}
/**
 * Whether somebody says where the parts of a board that is split go: not yet, when a file is only looked at; on the day itself nobody
 * is asked, and what is suggested will do.
 */
export type Asks = 'NOT_YET' | 'MUST_BE_CHOSEN' | 'NOBODY';
/** On which day a file is judged, and how much must have been chosen by then. */
export interface Writing {
  readonly em: CommandContext['em'];
  readonly today: CalendarDate;
  readonly now: Date;
  readonly asks: Asks;
}

const writeTrusts = async (
  { em, today }: Writing,
  recorder: Recorder,
  lines: readonly FileLine[],
): Promise<Written | Refused> => {
  const judged = judgeTrusts(lines, await trustFacts(em, today));
  if ('faults' in judged) return { refused: judged.faults };
  const { drafts, ...said } = judged.found;
  const known = (await districtsKnown(em)).map(({ code }) => code);
  const placed = drafts.map((draft) => {
    const outcode = draft.trust.postcode.split(' ')[0] ?? '';
    return { ...draft, outcode, district: nearestDistrict(outcode, known) };
  });
  const lost = placed.filter(({ district }) => district === null);
  if (lost.length > 0)
    return {
      refused: lost.map(({ trust, outcode }) => {
        const at = lines.find(({ cells }) => cells[0]?.trim().toUpperCase() === trust.code)?.line ?? 1;
        return lineFault(
          at,
          `no postcode that begins like ${outcode} is known, so we do not know where ${trust.code} lies.`,
          'Check the postcode, or import a newer table of postcode districts first.',
        );
      }),
    };
  await followTrusts(
    recorder,
    placed.map((draft) => ({ ...draft, district: draft.district ?? '' })),
    today,
  );
  return { ...said, trustCodes: drafts.map(({ trust }) => trust.code), choices: [] };
};

const writeSuccessions = async (
  { em, today, now, asks }: Writing,
  recorder: Recorder,
  lines: readonly FileLine[],
  chosen: ReadonlyMap<string, string>,
): Promise<Written | Refused> => {
  const facts = await successionFacts(em, today);
  const judged = judgeSuccessions(lines, facts);
  if ('faults' in judged) return { refused: judged.faults };
  const { successions, newBoards, ...said } = judged.found;
  const split = [...Map.groupBy(successions, ({ from }) => from)].filter(([, parts]) => parts.length > 1);
  const boards = [...facts.boards, ...newBoards];
  const choices = choicesOf(
    split.length === 0
      ? []
      : await partsOfBoards(
          em,
          split.map(([from]) => from),
        ),
    successions,
    (code) => boards.find((board) => board.code === code)?.name ?? code,
    chosen,
  );
  const open = choices.filter(
    ({ chosen: answer, suggested }) => answer === null && (asks === 'MUST_BE_CHOSEN' || suggested === null),
  );
  if (open.length > 0 && asks !== 'NOT_YET') return { refused: [unplaced(open.length)] };
  await followBoards(recorder, {
    successions,
    newBoards,
    trusts: (await trustFacts(em, today)).trusts,
    // a look beforehand shows whom it affects if what is suggested is chosen; on its day that is what happens
    choices: choices.map((choice) => ({ ...choice, chosen: choice.chosen ?? choice.suggested })),
    today,
    now,
  });
  return { ...said, trustCodes: [], choices };
};

const writeDistricts = async (
  { em, today }: Writing,
  recorder: Recorder,
  lines: readonly FileLine[],
): Promise<Written | Refused> => {
  const judged = judgeDistricts(lines, await districtsKnown(em));
  if ('faults' in judged) return { refused: judged.faults };
  const { districts, ...said } = judged.found;
  await followDistricts(recorder, districts, today);
  return { ...said, trustCodes: [], choices: [], isNew: districts.length > 0, coming: [], named: new Set() };
};

/** Writes all that a file says of the days until today; the transaction keeps it or takes it back. */
export const writeNationalFile = (
  writing: Writing,
  recorder: Recorder,
  { kind, lines, chosen }: { kind: NationalFileKind; lines: readonly FileLine[]; chosen: ReadonlyMap<string, string> },
): Promise<Written | Refused> =>
  kind === 'TRUSTS'
    ? writeTrusts(writing, recorder, lines)
    : kind === 'SUCCESSIONS'
      ? writeSuccessions(writing, recorder, lines, chosen)
      : writeDistricts(writing, recorder, lines);
