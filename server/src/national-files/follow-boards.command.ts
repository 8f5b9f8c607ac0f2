import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { referenceId } from '../kernel/reference-id.ts';
import { hostsFollowTrusts, keepPast, peopleFollowTrusts } from './follow-trusts.command.ts';
import { addRows, changeRows, type Recorder } from './record-values.queries.ts';
import { largestSuccessor, type Choice } from './split.rules.ts';
import type { BoardFact, Succession } from './succession-file.rules.ts';
import type { TrustFact } from './trust-file.rules.ts';

/** What is merged, and where the parts of split boards go. */
export interface Merger {
  readonly successions: readonly Succession[];
  readonly newBoards: readonly BoardFact[];
  /** All that are known. */
  readonly trusts: readonly TrustFact[];
  /** Each with a successor chosen. */
  readonly choices: readonly Choice[];
  readonly today: CalendarDate;
  readonly now: Date;
}

/** Each closing board with the one that takes all or most of it. */
const mainSuccessors = (successions: readonly Succession[]) =>
  [...Map.groupBy(successions, ({ from }) => from)].map(([from, parts]) => ({
    from,
    to: largestSuccessor(from, successions) ?? '',
    on: parts[0]?.on ?? null,
    isSplit: parts.length > 1,
  }));

const chosenFor = (choices: readonly Choice[], kind: string) =>
  choices.flatMap(({ key, chosen, from, isAssumed, suggested }) =>
    key.startsWith(`${kind}:`) && chosen !== null
      ? [{ code: key.slice(kind.length + 1), from, to: chosen, assumed: isAssumed && chosen === suggested }]
      : [],
  );

const writeBoards = async (recorder: Recorder, { successions, newBoards }: Merger): Promise<void> => {
  await addRows(
    recorder,
    'integrated_care_board',
    ['code', 'name', 'region_id', 'opened_on'],
    `select f.id, f.code cause, f.code, f.name, region.id region_id, f."openedOn" opened_on
     from jsonb_to_recordset(?::jsonb) f(id uuid, code text, name text, "regionCode" text, "openedOn" date)
     join region on region.code = f."regionCode"`,
    [JSON.stringify(newBoards.map((board) => ({ ...board, id: referenceId('board', board.code) })))],
  );
  await changeRows(
    recorder,
    'integrated_care_board',
    ['closed_on'],
    `select b.id, b.code cause, f.until closed_on from jsonb_to_recordset(?::jsonb) f(code text, until date)
     join integrated_care_board b on b.code = f.code`,
    [JSON.stringify(mainSuccessors(successions).map(({ from, on }) => ({ code: from, until: on && addDays(on, -1) })))],
  );
  await addRows(
    recorder,
    'board_succession',
    ['predecessor_id', 'successor_id', 'effective_from', 'share', 'is_followed'],
    `select f.id, f."from" cause, p.id predecessor_id, s.id successor_id, f."on" effective_from, f.share, true is_followed
     from jsonb_to_recordset(?::jsonb) f(id uuid, "from" text, "to" text, "on" date, share int)
     join integrated_care_board p on p.code = f."from" join integrated_care_board s on s.code = f."to"`,
    [
      JSON.stringify(
        successions.map(({ from, to, on, share }) => ({
          id: referenceId('succession', `${from}>${to}`),
          from,
          to,
          on,
          share,
        })),
      ),
    ],
  );
};

const moveTrusts = async (recorder: Recorder, { trusts, successions, choices }: Merger): Promise<void> => {
  const chosen = new Map(chosenFor(choices, 'trust').map((one) => [one.code, one]));
  const mains = new Map(mainSuccessors(successions).map((one) => [one.from, one]));
  const moves = trusts.flatMap(({ code, boardCode, closedOn }) => {
    const main = mains.get(boardCode);
    if (main === undefined || main.on === null || closedOn !== null) return [];
    const to = main.isSplit ? chosen.get(code)?.to : main.to;
    return to === undefined
      ? []
      : [{ code, to, until: addDays(main.on, -1), assumed: main.isSplit && chosen.get(code)?.assumed === true }];
  });
  await keepPast(recorder, moves);
  await changeRows(
    recorder,
    'trust',
    ['region_id', 'board_id'],
    `select n.id, before.code cause, b.region_id, b.id board_id
     from jsonb_to_recordset(?::jsonb) f(code text, "to" text) join trust n on n.ods_code = f.code
     join integrated_care_board before on before.id = n.board_id join integrated_care_board b on b.code = f."to"`,
    [JSON.stringify(moves)],
  );
};

const oneToOne = `jsonb_to_recordset(?::jsonb) f("from" text, "to" text)
  join integrated_care_board p on p.code = f."from" join integrated_care_board s on s.code = f."to"`;

/** People of a board that went whole, and those of a split board for whose district somebody has chosen. */
const movePeople = async (recorder: Recorder, { successions, choices, today }: Merger): Promise<void> => {
  const region = `s.region_id, s.id board_id,
    case when r.region_id is distinct from s.region_id and r.coordinators_see_since is not null then ?::date else r.coordinators_see_since end coordinators_see_since`;
  const columns = ['region_id', 'board_id', 'coordinators_see_since'];
  await changeRows(
    recorder,
    'returner',
    columns,
    `select r.id, p.code cause, ${region} from ${oneToOne} join returner r on r.board_id = p.id`,
    [today, JSON.stringify(mainSuccessors(successions).filter(({ isSplit }) => !isSplit))],
  );
  // of a split board, whoever lives near one of its trusts goes with that
  await peopleFollowTrusts(recorder, today);
  await changeRows(
    recorder,
    'returner',
    columns,
    `select r.id, p.code cause, ${region}
     from jsonb_to_recordset(?::jsonb) f("from" text, "to" text, code text)
     join integrated_care_board p on p.code = f."from" join integrated_care_board s on s.code = f."to"
     join returner r on r.board_id = p.id left join postcode_district d on d.id = r.home_district_id
     where coalesce(d.code, '') = f.code`,
    [today, JSON.stringify(chosenFor(choices, 'district'))],
  );
};

/** Organisations that are no trust, and all that lies with a board without belonging to one. */
const moveOrganisations = async (recorder: Recorder, { successions, choices }: Merger): Promise<void> => {
  await hostsFollowTrusts(recorder);
  await changeRows(
    recorder,
    'host',
    ['region_id', 'board_id'],
    `select h.id, p.code cause, s.region_id, s.id board_id from ${oneToOne} join host h on h.board_id = p.id`,
    [JSON.stringify(mainSuccessors(successions).filter(({ isSplit }) => !isSplit))],
  );
  await changeRows(
    recorder,
    'host',
    ['region_id', 'board_id'],
    `select h.id, p.code cause, s.region_id, s.id board_id
     from jsonb_to_recordset(?::jsonb) f("from" text, "to" text, code uuid)
     join integrated_care_board p on p.code = f."from" join integrated_care_board s on s.code = f."to"
     join host h on h.board_id = p.id and h.id = f.code`,
    [JSON.stringify(chosenFor(choices, 'organisation'))],
  );
  await changeRows(
    recorder,
    'capacity_offer',
    ['first_shown_to'],
    `with gone as (select p.id::text old, s.successor_id::text new, p.code from jsonb_array_elements_text(?::jsonb) f
       join integrated_care_board p on p.code = f join board_succession s on s.predecessor_id = p.id)
     select o.id, (select min(gone.code) from gone where o.first_shown_to @> to_jsonb(gone.old)) cause,
       (select jsonb_agg(distinct coalesce(gone.new, e)) from jsonb_array_elements_text(o.first_shown_to) e left join gone on gone.old = e) first_shown_to
     from capacity_offer o where exists (select from gone where o.first_shown_to @> to_jsonb(gone.old))`,
    [JSON.stringify(mainSuccessors(successions).map(({ from }) => from))],
  );
  await changeRows(
    recorder,
    'partner_client',
    ['board_id'],
    `select k.id, p.code cause, s.id board_id from ${oneToOne} join partner_client k on k.board_id = p.id`,
    [JSON.stringify(mainSuccessors(successions))],
  );
};

/**
 * Who has a role for a board gets it for each successor too, and keeps the old one: whoever is not yet placed is still seen by
 * somebody. A saved view follows the largest part. Both are assumed.
 */
const moveCoordinators = async (recorder: Recorder, { successions, now }: Merger): Promise<void> => {
  await addRows(
    recorder,
    'role_grant',
    ['person_id', 'role', 'board_id', 'granted_at'],
    `select uuidv7() id, p.code cause, g.person_id, g.role, s.id board_id, ?::timestamptz granted_at
     from ${oneToOne} join role_grant g on g.board_id = p.id`,
    [now.toISOString(), JSON.stringify(successions)],
  );
  await changeRows(
    recorder,
    'saved_view',
    ['query'],
    `select v.id, p.code cause, regexp_replace(v.query, '(^|&)board=' || p.code || '(&|$)', '\\1board=' || s.code || '\\2', 'i') query
     from ${oneToOne} join saved_view v on v.query ~* ('(^|&)board=' || p.code || '(&|$)')`,
    [JSON.stringify(mainSuccessors(successions))],
  );
};

/** Writes who takes over from which board, and lets follow everybody and everything that belongs to it. */
export const followBoards = async (recorder: Recorder, merger: Merger): Promise<void> => {
  await writeBoards(recorder, merger);
  await moveTrusts(recorder, merger);
  await moveOrganisations(recorder, merger);
  await movePeople(recorder, merger);
  await moveCoordinators(recorder, merger);
};
