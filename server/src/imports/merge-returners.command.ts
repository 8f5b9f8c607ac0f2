import { LockMode } from '@mikro-orm/core';
import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import {
  faultsOfReason,
  likenessOf,
  obstaclesToMerge,
  obstaclesToUndo,
  undoDays,
  type LikenessFacts,
  type LikenessReason,
  type MergeFacts,
} from '../returners/merge.rules.ts';
import { mayMerge } from '../returners/merge.policy.ts';
import { ReturnerMergeSchema, type MovedRows } from '../returners/returner-merge.entity.ts';
import { ReturnerSchema, type Returner } from '../returners/returner.entity.ts';
import { maySeeReturner } from '../returners/returner.policy.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { acceptsEmailByLedger, arrayOf, moveWhatIsTold, rowsToMove } from './merge-rows.queries.ts';
import { minutesOfADay } from '../updating/log-day.rules.ts';

/** Two records of one person, and which of them goes on. */
export interface MergeReturners {
  readonly keepReturnerId: string;
  readonly mergeReturnerId: string;
  /** How the coordinator knows, where the records are alike in nothing. */
  readonly reason?: string | null;
  readonly idempotencyKey: string;
}
/** Which merge was a mistake. */
export interface UndoMergeReturners {
  readonly returnerMergeId: string;
  readonly idempotencyKey: string;
}

const idOf = (type: string, globalId: string): string => {
  const asked = fromGlobalId(globalId);
  return asked?.type === type ? asked.id : '00000000-0000-0000-0000-000000000000';
};

/** Locks both records, each time in the same order. */
const lockBoth = async (
  em: Transaction['em'],
  ids: readonly [string, string],
): Promise<readonly (Returner | undefined)[]> => {
  const found = await em.find(
    ReturnerSchema,
    { id: { $in: [...ids] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return ids.map((id) => found.find((returner) => returner.id === id));
};

const mergeFacts = async (em: Transaction['em'], kept: Returner, merged: Returner): Promise<MergeFacts> => {
  const ids = [kept.id, merged.id];
  const [row] = await em.execute<
    [Record<'placements' | 'otherPlacements' | 'requests' | 'otherRequests' | 'overfull' | 'moves' | 'kept', number>]
  >(
    `select (select count(*)::int from placement where returner_id = a and is_live) "placements",
       (select count(*)::int from placement where returner_id = b and is_live) "otherPlacements",
       (select count(*)::int from placement_request where returner_id = a and state = 'OPEN') "requests",
       (select count(*)::int from placement_request where returner_id = b and state = 'OPEN') "otherRequests",
       (select count(*)::int from (select on_date from current_logged_day where returner_id in (a, b) group by on_date
          having sum(minutes) > ? and count(distinct returner_id) = 2) d) "overfull",
       (select count(*)::int from region_move where returner_id in (a, b) and state = 'ASKED') "moves",
       (select count(*)::int from returner_merge where kept_id = b and undone_at is null) "kept"
     from (select ?::uuid a, ?::uuid b) both_records`,
    [minutesOfADay, ...ids],
  );
  return {
    sameProfession: (kept.profession?.id ?? null) === (merged.profession?.id ?? null),
    placements: [row.placements, row.otherPlacements],
    requests: [row.requests, row.otherRequests],
    overfullDays: row.overfull,
    openMoves: row.moves,
    isKeptForAnother: row.kept > 0,
  };
};

/** Why the two may be of one person. */
const likenessBetween = async (
  em: Transaction['em'],
  kept: Returner,
  merged: Returner,
): Promise<readonly LikenessReason[]> => {
  const [one, other] = await em.execute<LikenessFacts[]>(
    `select coalesce(r.preferred_name, p.display_name) "name", p.email, r.hcpc_number "hcpcNumber", f.code "professionCode",
       r.home_postcode "homePostcode", r.answers -> 'leftRegister' "leftRegister"
     from returner r join person p on p.id = r.person_id left join profession f on f.id = r.profession_id where r.id in (?, ?)`,
    [kept.id, merged.id],
  );
  return one && other ? likenessOf(one, other) : [];
};

/** The current days of a record that are asked for: a row of the log is never changed, so each goes on as a new version elsewhere. */
const moveDays = async (
  { em, clock }: Transaction,
  days: readonly string[],
  from: string,
  to: string,
): Promise<void> => {
  const at = clock.now();
  const rows = await em.execute<{ id: string }[]>(
    'update logged_day set superseded_at = ? where returner_id = ? and day_id = any(?::uuid[]) and superseded_at is null and not is_removed returning id',
    [at, from, arrayOf(days)],
  );
  await em.execute(
    // all that a row holds goes along, what is added to the log later, too
    `insert into logged_day select gone_along.* from logged_day day, jsonb_populate_record(day, jsonb_build_object('id', uuidv7(),
       'version', day.version + 1, 'returner_id', ?::uuid, 'recorded_at', ?::timestamptz, 'superseded_at', null)) gone_along
     where day.id = any(?::uuid[])`,
    [to, at, arrayOf(rows.map(({ id }) => id))],
  );
  await em.execute('delete from updating_total where returner_id = any(?::uuid[])', [arrayOf([from, to])]);
  await em.execute(
    `insert into updating_total (returner_id, kind, minutes, entries)
     select returner_id, kind, sum(minutes), count(*) from current_logged_day where returner_id = any(?::uuid[]) group by 1, 2`,
    [arrayOf([from, to])],
  );
};

/** Requests with what hangs on them, and placements with their checks. */
const movePlacements = async (
  { em }: Transaction,
  { requests, placements }: MovedRows,
  from: string,
  to: string,
): Promise<void> => {
  const move = (table: string, column: string, ids: readonly string[]) =>
    em.execute(`update ${table} set returner_id = ? where returner_id = ? and ${column} = any(?::uuid[])`, [
      to,
      from,
      arrayOf(ids),
    ]);
  await move('placement_request', 'id', requests);
  await move('site_question', 'request_id', requests);
  await move('placement', 'id', placements);
  await move('starting_check', 'placement_id', placements);
};

const sameRecord: Refusal = {
  code: 'VALUE_INVALID',
  path: ['mergeReturnerId'],
  message: 'These are the same record.',
  help: 'Choose two records.',
};

/** How many of each went along. */
const counted = (moved: MovedRows) =>
  Object.fromEntries(Object.entries(moved).flatMap(([name, ids]) => (Array.isArray(ids) ? [[name, ids.length]] : [])));

/** Makes two records of one person one. All of the one that ends goes to the one that is kept, as `fates` decides; its id and its account lead there. */
export const mergeReturners = (context: CommandContext, input: MergeReturners) =>
  runCommand(context, { name: 'mergeReturners', input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const { em, actor, clock, audit, send } = transaction;
    const [keepId, mergeId] = [idOf('Returner', input.keepReturnerId), idOf('Returner', input.mergeReturnerId)];
    const [kept, merged] = await lockBoth(em, [keepId, mergeId]);
    if (!kept || !maySeeReturner(actor, subjectOf(kept))) return { refused: [notFound('keepReturnerId', 'record')] };
    if (!merged || !maySeeReturner(actor, subjectOf(merged)) || !mayMerge(actor, subjectOf(kept), subjectOf(merged)))
      return { refused: [notFound('mergeReturnerId', 'record')] };
    if (kept === merged) return { refused: [sameRecord] };
    const reason = input.reason?.trim() === '' ? null : (input.reason?.trim() ?? null);
    const likeness = await likenessBetween(em, kept, merged);
    const refused = [...obstaclesToMerge(await mergeFacts(em, kept, merged)), ...faultsOfReason(likeness, reason)];
    if (refused.length > 0) return { refused };
    const moved = await rowsToMove(em, kept, merged);
    await moveDays(transaction, moved.days, merged.id, kept.id);
    await movePlacements(transaction, moved, merged.id, kept.id);
    await moveWhatIsTold(em, moved, merged.id, kept.id);
    const now = clock.now();
    const merge = em.create(ReturnerMergeSchema, {
      kept,
      merged,
      mergedAt: now,
      mergedBy: actor.personId ?? '',
      // what the records say themselves needs no other reason
      reason: likeness.length > 0 ? null : reason,
      undoUntil: new Date(now.getTime() + undoDays * 86_400_000),
      moved,
      seenSince: merged.coordinatorsSeeSince ?? null,
    });
    // nobody finds the old record in a list any more
    em.assign(merged, { sharesWithCoordinators: false, coordinatorsSeeSince: null, version: merged.version + 1 });
    em.assign(kept, {
      acceptsEmail: (await acceptsEmailByLedger(em, kept.id)) ?? kept.acceptsEmail,
      version: kept.version + 1,
    });
    await em.flush();
    for (const [returner, role] of [
      [kept, 'kept'],
      [merged, 'merged'],
    ] as const) {
      audit({
        action: 'mergeReturners',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { record: { before: null, after: { role, kept: kept.id, merged: merged.id, ...counted(moved) } } },
      });
      send({ to: { personId: returner.person.id }, template: 'records-merged', values: {} });
    }
    return { done: { returnerMergeId: merge.id, returnerId: kept.id } };
  });

/** Makes one record two again: what the merge had moved goes back, and nothing that came later. */
export const undoMergeReturners = (context: CommandContext, input: UndoMergeReturners) =>
  runCommand(
    context,
    { name: 'undoMergeReturners', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, actor, clock, audit } = transaction;
      const nothing = { refused: [notFound('returnerMergeId', 'merge')] };
      const known = await em.findOne(ReturnerMergeSchema, { id: idOf('ReturnerMerge', input.returnerMergeId) });
      if (!known) return nothing;
      const [kept, merged] = await lockBoth(em, [known.kept.id, known.merged.id]);
      const merge = await em.findOneOrFail(
        ReturnerMergeSchema,
        { id: known.id },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      if (!kept || !merged || !mayMerge(actor, subjectOf(kept), subjectOf(merged))) return nothing;
      const now = clock.now();
      const refused = obstaclesToUndo({ undoneAt: merge.undoneAt ?? null, undoUntil: merge.undoUntil }, now);
      if (refused.length > 0) return { refused };
      await moveDays(transaction, merge.moved.days, kept.id, merged.id);
      await movePlacements(transaction, merge.moved, kept.id, merged.id);
      await moveWhatIsTold(em, merge.moved, kept.id, merged.id);
      em.assign(merge, { undoneAt: now });
      em.assign(merged, {
        sharesWithCoordinators: true,
        coordinatorsSeeSince: merge.seenSince ?? null,
        version: merged.version + 1,
      });
      em.assign(kept, {
        acceptsEmail: (await acceptsEmailByLedger(em, kept.id)) ?? merge.moved.acceptedEmail,
        version: kept.version + 1,
      });
      for (const returner of [kept, merged])
        audit({
          action: 'undoMergeReturners',
          subject: { type: 'Returner', id: returner.id },
          personId: returner.person.id,
          changes: { record: { before: { kept: kept.id, merged: merged.id }, after: null } },
        });
      return { done: { returnerMergeId: merge.id, returnerId: kept.id } };
    },
  );
