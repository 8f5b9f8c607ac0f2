import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { CommandContext, CommandResult } from '../audit/run-command.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { referenceId } from '../kernel/reference-id.ts';
import { addHost } from '../placements/add-host.command.ts';
import {
  makeOffer,
  makeRequest,
  makeSeenReturner,
  makeSite,
  madeBy,
  type Making,
} from '../placements/placement.factory.ts';
import { proposePlacement } from '../placements/propose-placement.command.ts';
import { createLearnPartner } from '../partners/learn-partner.queries.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { migrate } from '../persistence/migrate.ts';
import { updateProfile } from '../returners/update-profile.command.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import type { NationalFileKind } from './national-words.rules.ts';
import { applyNationalFile, checkNationalFile, type CheckedNationalFile } from './take-national-file.command.ts';
import { readChosen } from './split.rules.ts';
import { lookAtComingChanges } from './look-at-coming-changes.job.ts';
import { undoNationalImport } from './undo-national-import.command.ts';

const schema = buildSchema();
let now = new Date('2026-11-22T10:00:00Z');
const clock: Clock = { now: () => now, today: () => londonDate(now) };
let fresh: FreshDatabase;
let making: Making;
let administrator: Actor;
/** The key of a program of the board QKK. */
let programKey: string;
const board = (code: string) => referenceId('board', code);
const as = (actor: Actor): CommandContext => ({ actor, clock, traceId: 'test', em: making.em.fork() });

/** Two boards, each with a coordinator of its own and with people, organisations, places, a placement and a saved view. */
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const builder = await makePerson(em, 'COORDINATOR', { regionId: referenceId('region', 'Y56') });
  making = { em, clock, coordinator: builder };
  administrator = await makePerson(em, 'ADMINISTRATOR');
  for (const code of ['QKK', 'QWE', 'Z9B2Z', 'QMF']) {
    const coordinator = await makePerson(em, 'COORDINATOR', { boardId: board(code) });
    await fresh.owner.query('insert into saved_view (person_id, name, query) values ($1, $2, $3)', [
      coordinator.personId,
      'Mine',
      `profession=DT&board=${code}`,
    ]);
  }
  const site = await makeSite(making, 'SE1 7EH');
  const offer = await makeOffer(making, site);
  await fresh.owner.query('update capacity_offer set first_shown_to = $1', [JSON.stringify([board('QKK')])]);
  const request = await makeRequest(making, {}, 'SE1 7EH');
  madeBy(
    await proposePlacement(as(builder), { ...offer, ...request, isLocked: false, idempotencyKey: randomUUID() }),
    'placementId',
  );
  for (const postcode of ['SW17 0QT', 'HA1 3UJ', 'E1 2ES', 'SE13 6LH']) await makeSeenReturner(making, postcode);
  for (const code of ['RJ1', 'R1K'])
    madeBy(await addHost(as(builder), { trustId: toGlobalId('Trust', referenceId('trust', code)) }), 'hostId');
  const program = await makePartner(em, {
    hostId: fromGlobalId(site.hostId)?.id ?? '',
    ownerId: administrator.personId ?? '',
    scopes: ['READ_COHORT'],
  });
  programKey = program.key;
  await fresh.owner.query('update partner_client set host_id = null, board_id = $1 where id = $2', [
    board('QKK'),
    program.clientId,
  ]);
  // from here on the coordinators of the boards alone see them
  await fresh.owner.query('delete from role_grant where person_id = $1', [builder.personId]);
}, 60_000);
afterAll(() => fresh.close());

const file = (kind: NationalFileKind, text: string, chosen = '') => ({
  kind,
  bytes: Buffer.from(text),
  chosen: readChosen(chosen),
});
const check = async (...asked: Parameters<typeof file>): Promise<CheckedNationalFile> => {
  const checked = await checkNationalFile(as(administrator), file(...asked));
  if ('refused' in checked) throw new Error(JSON.stringify(checked.refused));
  return checked;
};
const apply = (...asked: Parameters<typeof file>) =>
  applyNationalFile(as(administrator), { ...file(...asked), idempotencyKey: randomUUID() });
const rulesOf = (result: CommandResult) =>
  'done' in result ? ['DONE'] : result.refused.map(({ rule, code }) => rule ?? code);
const undo = (id: string, expectedVersion = 1) =>
  undoNationalImport(as(administrator), { nationalImportId: toGlobalId('NationalImport', id), expectedVersion });

/** All that an import may touch, without versions: to see that it is as it was. */
const standing = async () =>
  Object.fromEntries(
    await Promise.all(
      [
        'integrated_care_board',
        'board_succession',
        'trust',
        'trust_past',
        'postcode_district',
        'host',
        'placement_site',
        'returner',
        'capacity_offer',
        'role_grant',
        'partner_client',
        'saved_view',
      ].map(async (table) => {
        const { rows } = await fresh.owner.query<{ all: string }>(
          `select md5(coalesce(string_agg((to_jsonb(x) - 'version')::text, '|' order by x.id), '')) "all" from ${table} x`,
        );
        return [table, rows[0]?.all] as const;
      }),
    ),
  );

interface Seen {
  readonly returners: { readonly nodes: { readonly id: string }[] };
  readonly placements: { readonly nodes: { readonly id: string }[] };
  readonly viewer: { readonly savedViews: { readonly id: string; readonly query: string }[] };
}
/** What all coordinators together see, each as the rights now stand. */
const seenByCoordinators = async () => {
  const { rows } = await fresh.owner.query<{ id: string; boards: string[] }>(
    `select person_id id, array_agg(board_id::text) boards from role_grant where role = 'COORDINATOR' group by person_id`,
  );
  const seen = { returners: new Set<string>(), placements: new Set<string>(), views: new Map<string, string>() };
  for (const { id, boards } of rows) {
    const actor: Actor = { ...administrator, kind: 'COORDINATOR', personId: id, boardIds: boards };
    const { data, errors } = await askAs(
      { schema, database: fresh.database, clock },
      actor,
      '{ returners(first: 50) { nodes { id } } placements(first: 50) { nodes { id } } viewer { savedViews { id query } } }',
    );
    expect(errors).toBeUndefined();
    const { returners, placements, viewer } = data as unknown as Seen;
    for (const one of returners.nodes) seen.returners.add(one.id);
    for (const one of placements.nodes) seen.placements.add(one.id);
    for (const one of viewer.savedViews) seen.views.set(one.id, one.query);
  }
  return seen;
};
const countsOf = (seen: Awaited<ReturnType<typeof seenByCoordinators>>) => [
  seen.returners.size,
  seen.placements.size,
  seen.views.size,
];
const boardsOn = async (siteCode: string, on: string) => {
  const { data, errors } = await askAs(
    { schema, database: fresh.database, clock },
    administrator,
    'query ($id: ID!, $on: CalendarDate!, $code: String!) { integratedCareBoardOf(siteId: $id, on: $on) { code } site(odsCode: $code) { boardsOn(on: $on) { code } } }',
    { id: toGlobalId('Site', referenceId('site', siteCode)), on, code: siteCode },
  );
  expect(errors).toBeUndefined();
  const found = data as unknown as {
    integratedCareBoardOf: { code: string }[];
    site: { boardsOn: { code: string }[] };
  };
  expect(found.site.boardsOn).toEqual(found.integratedCareBoardOf);
  return found.integratedCareBoardOf.map(({ code }) => code).toSorted();
};
const siteOf = async (trust: string): Promise<string> =>
  (
    await fresh.owner.query<{ code: string }>('select min(ods_code) code from site where trust_id = $1', [
      referenceId('trust', trust),
    ])
  ).rows[0]?.code ?? '';

const merger = `from,to,share,date,name,region
QKK,X9E1B,,2026-11-01,Example South London,
QWE,X9E1B,,2026-11-01,,
`;

test('a merger is looked at without a trace, applied so that everybody is still seen, and undone without a trace', async () => {
  const before = await standing();
  const seen = await seenByCoordinators();
  expect(countsOf(seen)).toEqual([5, 1, 4]);
  const looked = await check('SUCCESSIONS', merger);
  expect(looked.inTheWay).toEqual([]);
  expect(looked.report.affected).toEqual({ organisations: 2, placements: 1, people: 3, views: 2, coordinators: 2 });
  expect(looked.report.changes.map(({ code, kind, affected }) => [code, kind, affected.people])).toEqual([
    ['QKK', 'MERGED', 2],
    ['QWE', 'MERGED', 1],
    ['X9E1B', 'NEW', 0],
  ]);
  expect(await standing()).toEqual(before);

  const importId = madeBy(await apply('SUCCESSIONS', merger), 'nationalImportId');
  const after = await seenByCoordinators();
  expect([after.returners, after.placements]).toEqual([seen.returners, seen.placements]);
  expect([...after.views.keys()]).toEqual([...seen.views.keys()]);
  expect([...after.views.values()].filter((query) => query === 'profession=DT&board=X9E1B')).toHaveLength(2);
  const { rows } = await fresh.owner.query(
    `select (select count(*)::int from returner where board_id = $1) people, (select count(*)::int from host where board_id = $1) hosts,
       (select first_shown_to from capacity_offer limit 1) first, (select count(*)::int from audit_entry where action = 'followNationalFile') told`,
    [board('X9E1B')],
  );
  expect(rows).toEqual([{ people: 3, hosts: 2, first: [board('X9E1B')], told: 3 }]);
  // a program of a board sees the figures of the board that has taken over
  expect(await createLearnPartner(fresh.database, clock)(programKey)).toMatchObject({
    actor: { boardIds: [board('X9E1B')] },
  });

  const site = await siteOf('RJ1');
  expect(await boardsOn(site, '2026-10-31')).toEqual(['QKK']);
  expect(await boardsOn(site, '2026-11-01')).toEqual(['X9E1B']);
  expect(rulesOf(await apply('SUCCESSIONS', merger))).toEqual(['SOMETHING_NEW']);

  expect(rulesOf(await undo(importId, 9))).toEqual(['CONFLICT']);
  expect(rulesOf(await undo(importId))).toEqual(['DONE']);
  expect(await standing()).toEqual(before);
  expect(rulesOf(await undo(importId, 2))).toEqual(['UNDONE_ONCE']);
});

test('before our own tables begin the answer names every board that it may have been, and no other', async () => {
  expect(await boardsOn(await siteOf('R1K'), '2026-03-01')).toEqual(['QMJ', 'QRV']);
  expect(await boardsOn(await siteOf('R1K'), '2026-04-01')).toEqual(['Z9B2Z']);
  expect(await boardsOn(await siteOf('R0A'), '2026-03-01')).toEqual(['QOP']);
  expect(await boardsOn(await siteOf('R0A'), '1999-01-01')).toEqual([]);
});

test('the same file twice at once is taken in once', async () => {
  const results = await Promise.all([1, 2, 3].map(() => apply('SUCCESSIONS', merger)));
  expect(results.flatMap(rulesOf).toSorted()).toEqual(['DONE', 'SOMETHING_NEW', 'SOMETHING_NEW']);
  const done = results.find((result) => 'done' in result);
  expect(rulesOf(await undo(madeBy(done ?? { refused: [] }, 'nationalImportId')))).toEqual(['DONE']);
});

test('people of a split board go with the trust that is nearest to them, once for each trust is said where it goes', async () => {
  const before = await standing();
  const split = `from,to,share,date,name,districts
QKK,X9E2B,60,2026-11-01,Example Inner South London,SE1
QKK,QMF,40,2026-11-01,,
`;
  const { choices, report } = await check('SUCCESSIONS', split);
  const byKey = new Map(choices.map((choice) => [choice.key, choice]));
  expect(byKey.get('trust:RJ1')).toMatchObject({ suggested: 'X9E2B', isAssumed: false, people: expect.any(Number) });
  expect(byKey.get('trust:RJ2')).toMatchObject({ suggested: 'QMF', isAssumed: true, people: 1 });
  expect([...byKey.keys()].filter((key) => key.startsWith('organisation:'))).toHaveLength(1);
  expect(report.affected.people).toBeGreaterThan(0);
  expect(rulesOf(await apply('SUCCESSIONS', split))).toEqual(['EVERYBODY_IS_PLACED']);
  const chosen = choices.map(({ key }) => `${key}=${key === 'trust:RJ2' ? 'QMF' : 'X9E2B'}`).join();
  const seen = await seenByCoordinators();
  const importId = madeBy(await apply('SUCCESSIONS', split, chosen), 'nationalImportId');
  const after = await seenByCoordinators();
  expect([after.returners, after.placements]).toEqual([seen.returners, seen.placements]);
  const { rows } = await fresh.owner.query(
    `select home_postcode "home", b.code from returner r join integrated_care_board b on b.id = r.board_id where home_postcode like 'SE%' order by 1`,
  );
  expect(rows).toEqual([
    { home: 'SE1 7EH', code: 'X9E2B' },
    { home: 'SE13 6LH', code: 'QMF' },
  ]);
  expect(rulesOf(await undo(importId))).toEqual(['DONE']);
  expect(await standing()).toEqual(before);
});

test('the file of trusts as it is published is taken in, with the past of each trust, and those near a trust go with it', async () => {
  const etr = readFileSync(new URL('examples/etr.csv', import.meta.url), 'utf8');
  const { report, inTheWay } = await check('TRUSTS', etr);
  expect(inTheWay).toEqual([]);
  expect(
    report.changes.map(({ kind, code, affected }) => [kind, code, affected.organisations, affected.people]),
  ).toEqual([
    ['RENAMED', 'R1H', 0, 0],
    ['MOVED', 'R1K', 1, 1],
    ['CLOSED', 'R1D', 0, 0],
    ['MOVED', 'R1F', 0, 0],
    ['NEW', 'X9E2T', 0, 0],
  ]);
  const seen = await seenByCoordinators();
  const importId = madeBy(await apply('TRUSTS', etr), 'nationalImportId');
  expect((await seenByCoordinators()).returners).toEqual(seen.returners);
  expect(rulesOf(await apply('TRUSTS', etr))).toEqual(['SOMETHING_NEW']);
  // a server that starts again does not put its own, older tables over it
  await migrate(fresh.connections.owner);
  const { data } = await askAs(
    { schema, database: fresh.database, clock },
    administrator,
    '{ trust(odsCode: "R1H") { name past { name validFrom validUntil isAssumed board { code } } } }',
  );
  expect(data?.['trust']).toMatchObject({
    name: 'Example East London Health NHS Trust',
    past: [{ name: 'Barts Health NHS Trust', validFrom: null, validUntil: '2026-11-21', isAssumed: true }],
  });
  expect(await boardsOn(await siteOf('R1K'), '2026-11-21')).toEqual(['Z9B2Z']);
  expect(await boardsOn(await siteOf('R1K'), '2026-11-22')).toEqual(['QMF']);

  // somebody who went along has moved house since: that stands upon the import
  const moved = await fresh.owner.query<{ id: string; person_id: string; version: number }>(
    `select id, person_id, version from returner where home_postcode = 'HA1 3UJ'`,
  );
  const [person] = moved.rows;
  const own: Actor = { ...administrator, kind: 'RETURNER', personId: person?.person_id ?? '' };
  const rehouse = (homePostcode: string, expectedVersion: number) =>
    updateProfile(as(own), { returnerId: toGlobalId('Returner', person?.id ?? ''), expectedVersion, homePostcode });
  expect(rulesOf(await rehouse('SW17 0QT', person?.version ?? 0))).toEqual(['DONE']);
  expect(rulesOf(await undo(importId))).toEqual(['NOTHING_BUILT_UPON_IT']);
  expect(rulesOf(await rehouse('HA1 3UJ', (person?.version ?? 0) + 1))).toEqual(['DONE']);
  now = new Date('2026-11-23T10:00:01Z');
  expect(rulesOf(await undo(importId))).toEqual(['UNDONE_WITHIN_A_DAY']);
  now = new Date('2026-11-23T09:59:00Z');
  expect(rulesOf(await undo(importId))).toEqual(['DONE']);
});

test('nobody is left without a coordinator, strangers may not ask, and a file with a fault leaves nothing behind', async () => {
  const before = await standing();
  const lone = await makeSeenReturner(making, 'BS1 4ND');
  await makePerson(making.em, 'COORDINATOR', { regionId: referenceId('region', 'Y58') });
  await fresh.owner.query('update returner set board_id = $1 where id = $2', [board('QUY'), lone.id]);
  const away = 'from,to,share,date,name,region\nQUY,X9E3B,,2026-11-01,Example West,Y62\n';
  const looked = await check('SUCCESSIONS', away);
  expect(looked.inTheWay.map(({ rule }) => rule)).toEqual(['SOMEBODY_COORDINATES']);
  expect(rulesOf(await apply('SUCCESSIONS', away))).toEqual(['SOMEBODY_COORDINATES']);
  expect(rulesOf(await apply('SUCCESSIONS', 'from,to,share,date\nQKK,QMF,,never\n'))).toEqual(['DATE']);
  for (const kind of ['COORDINATOR', 'RETURNER'] as const)
    await expect(
      applyNationalFile(as({ ...administrator, kind }), { ...file('TRUSTS', ''), idempotencyKey: randomUUID() }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { returner: _one, role_grant: _two, ...others } = before;
  expect(await standing()).toMatchObject(others);
});

test('a new postcode district takes the place of the nearest one for whoever lives there', async () => {
  const made = await makeSeenReturner(making, 'E97 1AA');
  const of = async () => {
    const { data } = await askAs(
      { schema, database: fresh.database, clock },
      made.actor,
      'query ($id: ID!) { returner(id: $id) { homeDistrict { code } homeDistrictIsNearest } }',
      { id: made.returnerId },
    );
    return data?.['returner'];
  };
  expect(await of()).toMatchObject({ homeDistrict: { code: 'E98' }, homeDistrictIsNearest: true });
  madeBy(await apply('DISTRICTS', 'outcode,latitude,longitude,postcodes\nE97,51.54,-0.01,10\n'), 'nationalImportId');
  expect(await of()).toEqual({ homeDistrict: { code: 'E97' }, homeDistrictIsNearest: false });
});

test('a merger of a day to come is told beforehand, done on its day by one of two servers, and not again once it is undone', async () => {
  const before = await standing();
  const seen = await seenByCoordinators();
  const later = merger.replaceAll('2026-11-01', '2026-12-01');
  const looked = await check('SUCCESSIONS', later);
  expect([looked.inTheWay, looked.report.changes]).toEqual([[], []]);
  expect(looked.report.coming?.map(({ code, on, affected }) => [code, on, affected.people])).toEqual([
    ['QKK', '2026-12-01', 2],
    ['QWE', '2026-12-01', 1],
    ['X9E1B', '2026-12-01', 0],
  ]);
  expect(looked.report.affectedByComing).toMatchObject({ organisations: 2, placements: 1, people: 3 });

  const announced = madeBy(await apply('SUCCESSIONS', later), 'nationalImportId');
  expect(rulesOf(await undo(announced))).toEqual(['DONE']);
  await fresh.owner.query(`delete from outgoing_mail where template = 'organisations-will-change'`);
  expect(rulesOf(await apply('SUCCESSIONS', later))).toEqual(['DONE']);
  expect(rulesOf(await apply('SUCCESSIONS', later))).toEqual(['SOMETHING_NEW']);
  const mails = async (template: string) =>
    (
      await fresh.owner.query<{ role: string | null }>(
        `select (select min(g.role) from role_grant g where g.person_id = m.person_id) "role" from outgoing_mail m where template = $1`,
        [template],
      )
    ).rows.map(({ role }) => role);
  expect(await mails('organisations-will-change')).toEqual(['COORDINATOR', 'COORDINATOR']);
  const wait = () => Promise.all([1, 2].map(() => lookAtComingChanges(fresh.database.orm.em, clock)));
  await wait();
  expect(await standing()).toEqual(before);

  now = new Date('2026-12-01T00:10:00Z');
  await wait();
  const { rows } = await fresh.owner.query<{ id: string; state: string; imports: number }>(
    `select c.done_by_id id, c.state, count(*) over ()::int imports from coming_change c group by 1, 2`,
  );
  expect(rows).toEqual([{ id: expect.any(String), state: 'DONE', imports: 1 }]);
  const after = await seenByCoordinators();
  expect([after.returners, after.placements]).toEqual([seen.returners, seen.placements]);
  const site = await siteOf('RJ1');
  expect([await boardsOn(site, '2026-11-30'), await boardsOn(site, '2026-12-01')]).toEqual([['QKK'], ['X9E1B']]);
  expect(rulesOf(await undo(rows[0]?.id ?? ''))).toEqual(['DONE']);
  await wait();
  expect(await standing()).toEqual(before);
});

test('what cannot be done on its day changes nothing, is told once to whoever imported it, and is done once it can be', async () => {
  now = new Date('2026-12-02T10:00:00Z');
  const before = await standing();
  expect(rulesOf(await apply('SUCCESSIONS', 'from,to,share,date\nQKK,QMF,,2026-12-03\n'))).toEqual(['DONE']);
  const close = (day: string | null) =>
    fresh.owner.query('update integrated_care_board set closed_on = $1 where code = $2', [day, 'QMF']);
  await close('2026-12-01');
  now = new Date('2026-12-03T10:00:00Z');
  for (let run = 0; run < 2; run += 1) await lookAtComingChanges(fresh.database.orm.em, clock);
  const stuck = async () =>
    (
      await fresh.owner.query(
        `select state, in_the_way "why", (select count(*)::int from outgoing_mail where template = 'coming-change-stuck') mails
         from coming_change where due_on = '2026-12-03'`,
      )
    ).rows;
  expect(await stuck()).toEqual([
    { state: 'WAITS', why: 'Line 2: North East London has closed, and cannot take over. Check the code.', mails: 1 },
  ]);
  await close(null);
  expect(await standing()).toEqual(before);
  await lookAtComingChanges(fresh.database.orm.em, clock);
  expect(await stuck()).toEqual([{ state: 'DONE', why: null, mails: 1 }]);
  expect((await standing())['returner']).not.toBe(before['returner']);
});
