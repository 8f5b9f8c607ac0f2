import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { PlacementSiteSchema } from '../placements/host.entity.ts';
import { makeSeenReturner, makeSite, type Making } from '../placements/placement.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { columnsOf } from './columns.rules.ts';
import { fileBack, reportOf, type ImportReport } from './file-back.rules.ts';
import { applyFile, checkFile } from './import-file.command.ts';
import type { ImportKind } from './import-words.rules.ts';

const clock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let making: Making;
let northWest: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const coordinator = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  making = { em, clock, coordinator };
  northWest = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
});
afterAll(() => fresh.close());

type Row = Readonly<Record<string, string | number>>;
/** A file with the columns that any of its rows fills in, under the headings of the template. */
const fileOf = (kind: ImportKind, rows: readonly Row[]): Buffer => {
  const columns = columnsOf[kind].filter(({ key, isNeeded }) => isNeeded || rows.some((row) => key in row));
  const lines = rows.map((row) => columns.map(({ key }) => `"${String(row[key] ?? '').replaceAll('"', '""')}"`));
  return Buffer.from([columns.map(({ heading }) => heading), ...lines].map((cells) => cells.join(',')).join('\n'));
};
const as = (actor: Actor): CommandContext => ({ actor, clock, traceId: 'test', em: fresh.database.orm.em.fork() });
const check = async (actor: Actor, kind: ImportKind, bytes: Buffer): Promise<ImportReport> => {
  const checked = await checkFile(as(actor), { kind, bytes });
  if ('refused' in checked) throw new Error(JSON.stringify(checked.refused));
  return reportOf({ ...checked, kind });
};
const faultsOf = async (actor: Actor, kind: ImportKind, rows: readonly Row[]) =>
  (await check(actor, kind, fileOf(kind, rows))).faults;
const apply = (actor: Actor, kind: ImportKind, bytes: Buffer, idempotencyKey: string = randomUUID()) =>
  applyFile(as(actor), { kind, bytes, idempotencyKey });
const counted = (created: number, changed: number, unchanged: number) => ({
  done: { created: String(created), changed: String(changed), unchanged: String(unchanged) },
});
const rowsIn = async (table: string): Promise<number> =>
  Number((await fresh.owner.query(`select count(*) from ${table}`)).rows[0]?.count);

const nameOf = async (siteId: string): Promise<string> =>
  (await fresh.database.orm.em.fork().findOneOrFail(PlacementSiteSchema, { id: siteId })).name;
const ddmm = (day: number): string => {
  const date = new Date(Date.UTC(2027, 0, 4 + day));
  return [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()].join('/');
};
const placesAt = (site: string, more: Row = {}): Row => ({
  site,
  profession: 'DT',
  answer: 'yes',
  startsOn: ddmm(0),
  endsOn: ddmm(60),
  places: 1,
  supervisorNamedBy: '15/12/2026',
  contract: 'honorary',
  ...more,
});

describe('a file of places', () => {
  it('of 200 rows with 17 that cannot be taken comes back with 17 reasons, and mended and sent twice makes nothing twice', async () => {
    const sites = await Promise.all(Array.from({ length: 4 }, () => makeSite(making)));
    const names = await Promise.all(sites.map(({ site }) => nameOf(site)));
    const good = Array.from({ length: 200 }, (_, index) =>
      placesAt(names[index % 4] ?? '', {
        startsOn: ddmm(7 * Math.floor(index / 4)),
        endsOn: ddmm(7 * Math.floor(index / 4) + 6),
      }),
    );
    const wrongs: readonly Row[] = [
      { site: 'Nowhere' },
      { profession: 'XX' },
      { answer: 'perhaps' },
      { contract: 'handshake' },
      { startsOn: '31/02/2027' },
      { startsOn: '04/01/27' },
      { endsOn: 'soon' },
      { endsOn: '46023' },
      { places: 'two' },
      { places: 51 },
      { weekdays: 'Moonday' },
      { answer: 'no' },
      { answer: 'maybe' },
      { supervisor: 'DT999999' },
      { site: '=HYPERLINK("http://example.invalid")' },
      { supervisorNamedBy: '' },
      { contract: '' },
    ];
    const bad = good.map((row, index) => ({ ...row, ...(index % 11 === 5 ? (wrongs[(index - 5) / 11] ?? {}) : {}) }));
    const file = fileOf('capacity', bad);
    const before = [await rowsIn('capacity_offer'), await rowsIn('audit_entry')];
    const report = await check(making.coordinator, 'capacity', file);
    expect(report.counts).toEqual({ CREATE: 183, CHANGE: 0, UNCHANGED: 0, REFUSED: 17 });
    expect(new Set(report.faults.map(({ row }) => row))).toEqual(new Set(wrongs.map((_, index) => 7 + 11 * index)));
    expect(report.faults.map(({ row, column, message }) => [row, column, message])).toHaveLength(17);
    for (const { column, cell, message, help } of report.faults)
      expect([column, cell, message, help]).not.toContain('');
    expect(await apply(making.coordinator, 'capacity', file)).toMatchObject({
      refused: [{ rule: 'EVERY_ROW_OR_NONE' }],
    });
    expect([await rowsIn('capacity_offer'), await rowsIn('audit_entry')]).toEqual(before);

    const mended = fileOf('capacity', good);
    const key = randomUUID();
    const applied = await Promise.all([1, 2, 3].map(() => apply(making.coordinator, 'capacity', mended, key)));
    expect(applied).toEqual([counted(200, 0, 0), counted(200, 0, 0), counted(200, 0, 0)]);
    expect(await rowsIn('capacity_offer')).toBe((before[0] ?? 0) + 200);
    expect(await rowsIn('audit_entry')).toBe((before[1] ?? 0) + 201);
    expect(await apply(making.coordinator, 'capacity', mended)).toEqual(counted(0, 0, 200));
    const changed = fileOf(
      'capacity',
      good.map((row, index) => (index < 3 ? { ...row, places: 2 } : row)),
    );
    expect(await apply(making.coordinator, 'capacity', changed)).toEqual(counted(0, 3, 197));
    expect(await rowsIn('capacity_offer')).toBe((before[0] ?? 0) + 200);
  });

  it('is refused for a site of another region, and taken for the own organisation alone', async () => {
    const [own, other] = [await makeSite(making), await makeSite(making)];
    const [ownName, otherName] = [await nameOf(own.site), await nameOf(other.site)];
    expect(await faultsOf(northWest, 'capacity', [placesAt(ownName)])).toMatchObject([
      { row: 2, column: 'Site', cell: 'A2' },
    ]);
    const administrator = await makePerson(making.em, 'ORGANISATION_ADMINISTRATOR', { hostId: own.host });
    expect(await faultsOf(administrator, 'capacity', [placesAt(otherName)])).toMatchObject([
      { row: 2, column: 'Site' },
    ]);
    expect(await apply(administrator, 'capacity', fileOf('capacity', [placesAt(otherName)]))).toHaveProperty('refused');
    expect(await apply(administrator, 'capacity', fileOf('capacity', [placesAt(ownName)]))).toEqual(counted(1, 0, 0));
    for (const role of ['ORGANISATION_MEMBER', 'RETURNER', 'SUPERVISOR', 'ADMINISTRATOR'] as const) {
      const actor = await makePerson(making.em, role, { hostId: own.host });
      await expect(check(actor, 'capacity', fileOf('capacity', [placesAt(ownName)]))).rejects.toThrow(
        'Your role may not import this.',
      );
    }
    await expect(check(administrator, 'returners', fileOf('returners', []))).rejects.toThrow(
      'Your role may not import this.',
    );
  });

  it('tells of dates that overlap, rows that are there twice, a full site and a supervisor who may not supervise', async () => {
    const site = await makeSite(making, 'E1 4NS');
    const name = await nameOf(site.site);
    await fresh.owner.query('update placement_site set at_once_at_most = 2 where id = $1', [site.site]);
    await fresh.owner.query(
      `insert into supervisor_number (supervisor_id, host_id, hcpc_number) values ($1, $2, 'DT100001')`,
      [site.supervisor, site.host],
    );
    const faults = await faultsOf(making.coordinator, 'capacity', [
      placesAt(name),
      placesAt(name, { startsOn: ddmm(30), endsOn: ddmm(90) }),
      placesAt(name),
      placesAt(name, { profession: 'PH', places: 3 }),
      placesAt(name, { startsOn: ddmm(100), endsOn: ddmm(120), supervisor: 'DT100001' }),
      placesAt(name, { profession: 'PH', startsOn: ddmm(200), endsOn: ddmm(220), supervisor: 'DT100001' }),
      placesAt(name, { startsOn: ddmm(30), endsOn: ddmm(95), weekdays: 'Sat-Sun' }),
    ]);
    expect(faults.map(({ row, column, message }) => [row, column, message])).toEqual([
      [3, 'First day', expect.stringContaining('overlap with row 2')],
      [4, null, expect.stringContaining('Row 2 has the same')],
      [5, 'Places', expect.stringContaining('takes at most 2 at once')],
      [7, 'Supervisor number', expect.stringContaining('Of another profession.')],
    ]);
    await apply(making.coordinator, 'capacity', fileOf('capacity', [placesAt(name)]));
    expect(
      await faultsOf(making.coordinator, 'capacity', [placesAt(name, { startsOn: ddmm(50), endsOn: ddmm(99) })]),
    ).toMatchObject([
      { row: 2, column: 'First day', message: expect.stringContaining('an offer that stands already') },
    ]);
  });

  it('leaves what it has no column for as it is', async () => {
    const name = await nameOf((await makeSite(making)).site);
    await apply(
      making.coordinator,
      'capacity',
      fileOf('capacity', [placesAt(name, { adjustments: 'step free', weekdays: 'Mon Tue' })]),
    );
    expect(await apply(making.coordinator, 'capacity', fileOf('capacity', [placesAt(name)]))).toEqual(counted(0, 0, 1));
    expect(
      await apply(
        making.coordinator,
        'capacity',
        fileOf('capacity', [placesAt(name, { adjustments: '', weekdays: 'Mon Tue' })]),
      ),
    ).toEqual(counted(0, 1, 0));
  });
});

describe('a file of supervisors', () => {
  const supervisor = (site: string, more: Row = {}): Row => ({
    site,
    name: 'Example Supervisor 77',
    hcpcNumber: 'DT 100077',
    registeredFrom: '1 Sept 2015',
    weekdays: 'Mon-Wed',
    ...more,
  });

  it('makes each once by number and organisation, and leaves dates of registration to whoever looks at the Register', async () => {
    const made = await makeSite(making);
    const name = await nameOf(made.site);
    const file = fileOf('supervisors', [supervisor(name)]);
    expect(await apply(making.coordinator, 'supervisors', file)).toEqual(counted(1, 0, 0));
    expect(await apply(making.coordinator, 'supervisors', file)).toEqual(counted(0, 0, 1));
    expect(
      await apply(making.coordinator, 'supervisors', fileOf('supervisors', [supervisor(name, { atOnceAtMost: 3 })])),
    ).toEqual(counted(0, 1, 0));
    expect(
      await faultsOf(making.coordinator, 'supervisors', [supervisor(name, { registeredFrom: '01/09/2010' })]),
    ).toMatchObject([{ column: 'Registered since' }]);
    expect(await faultsOf(northWest, 'supervisors', [supervisor(name)])).toMatchObject([{ column: 'Site' }]);
    expect(
      await faultsOf(making.coordinator, 'supervisors', [
        supervisor(name, { name: '' }),
        supervisor(name, { hcpcNumber: '12' }),
        supervisor(name),
        supervisor(name),
      ]),
    ).toMatchObject([
      { row: 2, column: 'Name' },
      { row: 3, column: 'HCPC number' },
      { row: 4, column: 'HCPC number' },
      { row: 5, column: 'HCPC number' },
    ]);
    // one who was entered by hand, without a number, is known by name and profession
    const { rows } = await fresh.owner.query('select display_name from supervisor where id = $1', [made.supervisor]);
    const byHand = supervisor(name, {
      name: String(rows[0]?.display_name),
      hcpcNumber: 'DT100078',
      registeredFrom: '2015-01-01',
    });
    expect(await apply(making.coordinator, 'supervisors', fileOf('supervisors', [byHand]))).toEqual(counted(0, 1, 0));
    expect(await apply(making.coordinator, 'supervisors', fileOf('supervisors', [byHand]))).toEqual(counted(0, 0, 1));
  });
});

describe('a file of returners', () => {
  const returner = (number: number, more: Row = {}): Row => ({
    name: `Example Returner ${number}`,
    email: `brought.in${number}@example.invalid`,
    profession: 'DT',
    registration: 'left',
    leftRegister: '06/2024',
    lastPractised: '2023',
    postcode: 'E1 4NS',
    agreedOn: '02/11/2026',
    ...more,
  });

  it('brings people in who have agreed, once, and tells them', async () => {
    const file = fileOf('returners', [returner(1), returner(2, { hcpcNumber: 'DT200002' })]);
    const mails = await rowsIn('outgoing_mail');
    expect(await apply(making.coordinator, 'returners', file)).toEqual(counted(2, 0, 0));
    expect(await rowsIn('outgoing_mail')).toBe(mails + 2);
    expect(await apply(making.coordinator, 'returners', file)).toEqual(counted(0, 0, 2));
    expect(
      await apply(making.coordinator, 'returners', fileOf('returners', [returner(1, { postcode: 'E2 8AA' })])),
    ).toEqual(counted(0, 1, 0));
    const { rows } = await fresh.owner.query(
      `select r.shares_with_coordinators, r.coordinators_see_since, c.decided_at::date::text agreed, g.code
       from returner r join person p on p.id = r.person_id join consent c on c.returner_id = r.id join region g on g.id = r.region_id where p.email = 'brought.in2@example.invalid'`,
    );
    expect(rows).toMatchObject([{ shares_with_coordinators: true, agreed: '2026-11-02', code: 'Y56' }]);
    // from the first sign-in on the record is the person's alone
    await fresh.owner.query(`update person set email_confirmed_at = now() where email like 'brought.in%'`);
    expect(
      await apply(
        making.coordinator,
        'returners',
        fileOf('returners', [returner(1), returner(2, { name: 'Another name', hcpcNumber: 'DT200002' })]),
      ),
    ).toEqual(counted(0, 0, 2));
  });

  it('is refused for whoever has not agreed, lives elsewhere, or has a record that is not seen', async () => {
    const unseen = await makePerson(making.em, 'RETURNER');
    const { rows } = await fresh.owner.query('select email from person where id = $1', [unseen.personId]);
    const known = String(rows[0]?.email);
    const faults = await faultsOf(making.coordinator, 'returners', [
      returner(10, { agreedOn: '' }),
      returner(11, { postcode: 'M13 9WL' }),
      returner(12, { email: known }),
      returner(13, { email: 'nobody' }),
      returner(14, { leftRegister: '' }),
      returner(15, { agreedOn: '01/01/2030' }),
      returner(16, { hcpcNumber: 'PH123456' }),
      returner(17, { name: '=cmd()' }),
      returner(18),
      returner(18),
    ]);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Agreed to be seen on'],
      [3, 'Postcode'],
      [4, 'E-mail'],
      [5, 'E-mail'],
      [6, 'Left the Register'],
      [7, 'Agreed to be seen on'],
      [8, 'HCPC number'],
      [9, 'Name'],
      [11, 'E-mail'],
    ]);
    expect(JSON.stringify(faults)).not.toContain(unseen.personId);
  });

  it('knows a person by the HCPC number before the address', async () => {
    const seen = await makeSeenReturner(making);
    await fresh.owner.query(`update returner set hcpc_number = 'DT300001' where id = $1`, [seen.id]);
    const report = await check(
      making.coordinator,
      'returners',
      fileOf('returners', [returner(20, { hcpcNumber: 'DT300001' })]),
    );
    expect(report.counts).toMatchObject({ UNCHANGED: 1 });
    expect(
      await faultsOf(northWest, 'returners', [returner(21, { hcpcNumber: 'DT300001', postcode: 'M13 9WL' })]),
    ).toMatchObject([{ column: 'HCPC number' }]);
  });
});

describe('headings', () => {
  it('are refused where they are unknown, missing or there twice, by column', async () => {
    const bytes = Buffer.from('Site,Proffesion,Site,Colour\nOne,DT,Two,red\n');
    const checked = await checkFile(as(making.coordinator), { kind: 'capacity', bytes });
    if (!('refused' in checked)) throw new Error('The file was taken.');
    expect(checked.refused.map(({ message, help }) => [message, help])).toEqual(
      expect.arrayContaining([
        [expect.stringContaining('“Proffesion” (B1)'), 'Did you mean “Profession”?'],
        [expect.stringContaining('“Site” is there twice (C1)'), expect.anything()],
        [expect.stringContaining('“Colour” (D1)'), expect.anything()],
        ['The column “First day” is missing.', expect.anything()],
      ]),
    );
  });
});

describe('the file back', () => {
  it('says what to mend in a last column, does nothing in a spreadsheet, and can be sent again', async () => {
    const name = await nameOf((await makeSite(making)).site);
    const bytes = fileOf('capacity', [placesAt(name), placesAt('=1+1', { places: 'two' })]);
    const back = async (sent: Buffer) => {
      const checked = await checkFile(as(making.coordinator), { kind: 'capacity', bytes: sent });
      if ('refused' in checked) throw new Error(JSON.stringify(checked.refused));
      return fileBack({ ...checked, kind: 'capacity' });
    };
    const text = await back(bytes);
    const [headings, fine, wrong] = text.split('\r\n');
    expect(headings).toMatch(/^\uFEFF"Site",.*"What to mend"$/);
    expect(fine).toMatch(/,""$/);
    expect(wrong).toMatch(/^"'=1\+1",.*"Site: .* \/ Places: “two” is not a whole number\. /);
    expect(await back(Buffer.from(text))).toBe(text);
  });
});
