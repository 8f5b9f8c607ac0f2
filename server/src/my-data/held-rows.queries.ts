import type { CommandContext } from '../audit/run-command.ts';
import { columnsTold, tablesHeld, type Owner, type TableHeld, type ToldTable } from './personal-columns.rules.ts';

type EntityManager = CommandContext['em'];

/** UUIDs as PostgreSQL reads them. */
const arrayOf = (ids: readonly string[]): string => `{${ids.join()}}`;

const heldIn = (name: string): TableHeld => {
  const held = tablesHeld[name];
  if (!held) throw new Error(`Nobody has decided what the table ${name} holds.`);
  return held;
};

const conditionOf = ({ column, of }: Owner, alias: string): string => {
  if (of === 'PERSON') return `${alias}.${column} = any(?::uuid[])`;
  if (of === 'ADDRESS') return `${alias}.${column} in (select p.email from person p where p.id = any(?::uuid[]))`;
  const parent = `${alias}_`;
  return `${alias}.${column} in (select ${parent}.id from ${of} ${parent} where ${belongingTo(of, parent)})`;
};

/** Which rows of a table belong to somebody, as a condition with one place for the ids of people for each `?`. */
const belongingTo = (name: string, alias = 't'): string => {
  const conditions = heldIn(name).owners.map((owner) => conditionOf(owner, alias));
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
};
const valuesFor = (condition: string, personIds: readonly string[]): string[] =>
  Array.from(condition.matchAll(/\?/g), () => arrayOf(personIds));

/** Everything that an export tells about somebody, table by table; tables without a row are left out. */
export const toldOf = async (em: EntityManager, personIds: readonly string[]): Promise<ToldTable[]> => {
  const told: ToldTable[] = [];
  for (const [table, held] of Object.entries(tablesHeld)) {
    const columns = columnsTold(held);
    if (held.owners.length === 0 || columns.length === 0) continue;
    const condition = belongingTo(table);
    const order = ['id'].filter((column) => held.ids.split(/\s+/).includes(column));
    const rows = await em.execute<Readonly<Record<string, unknown>>[]>(
      `select ${columns.map((column) => `t.${column}`).join(', ')} from ${table} t where ${condition}${order.length ? ' order by t.id' : ''}`,
      valuesFor(condition, personIds),
    );
    if (rows.length > 0) told.push({ table, label: held.label, rows });
  }
  return told;
};

/** Sealed values of somebody that an export opens: what was changed in their record, and the mail to them. */
export interface SealedRow {
  readonly at: Date;
  readonly what: string;
  readonly sealed: Buffer;
}
export const sealedOf = async (
  em: EntityManager,
  personId: string,
): Promise<{ readonly changes: readonly SealedRow[]; readonly mails: readonly SealedRow[] }> => ({
  changes: await em.execute<SealedRow[]>(
    'select at, action what, sealed_values sealed from audit_entry where person_id = ? and sealed_values is not null order by at, id',
    [personId],
  ),
  mails: await em.execute<SealedRow[]>(
    'select at, template what, sealed_content sealed from outgoing_mail where person_id = ? order by at, id',
    [personId],
  ),
});

/** A file of somebody, to be handed over. */
export interface HeldFile {
  readonly id: string;
  readonly kind: 'PDF' | 'JPEG' | 'PNG';
  readonly title: string | null;
  readonly addedAt: Date;
}
export const filesOf = (em: EntityManager, personIds: readonly string[]): Promise<HeldFile[]> =>
  em.execute<HeldFile[]>(
    `select e.id, e.kind, e.title, e.added_at "addedAt" from evidence e join returner r on r.id = e.returner_id
     join evidence_content c on c.evidence_id = e.id where r.person_id = any(?::uuid[]) order by e.added_at, e.id`,
    [arrayOf(personIds)],
  );

/** A pack that was sent, in its three forms, as they are sealed. */
export interface HeldPack {
  readonly frozenAt: Date;
  readonly json: Buffer;
  readonly html: Buffer;
  readonly pdf: Buffer;
}
export const packsOf = (em: EntityManager, personIds: readonly string[]): Promise<HeldPack[]> =>
  em.execute<HeldPack[]>(
    `select k.frozen_at "frozenAt", k.sealed_json json, k.sealed_html html, k.sealed_pdf pdf from frozen_pack k
     join returner r on r.id = k.returner_id where r.person_id = any(?::uuid[]) order by k.frozen_at, k.id`,
    [arrayOf(personIds)],
  );

/** Deletes and wipes everything that tells who somebody was. The key and the empty rows are left to the command. */
export const wipePerson = async (em: EntityManager, personId: string): Promise<void> => {
  await em.execute('select wipe_fixed_words(?::uuid)', [personId]);
  const tables = Object.entries(tablesHeld);
  // children stand before their parents only by chance: what hangs on a row goes before it
  for (const [table] of tables.filter(([, { atErasure }]) => atErasure === 'DELETED').toSorted(byDepth)) {
    const condition = belongingTo(table);
    await em.execute(`delete from ${table} t where ${condition}`, valuesFor(condition, [personId]));
  }
  // the account comes last: by its address other rows are found
  const wiped = tables
    .filter(([, { atErasure, isFixed }]) => atErasure === 'WIPED' && !isFixed)
    .toSorted(([one], [other]) => Number(one === 'person') - Number(other === 'person'));
  for (const [table, { words, secret }] of wiped) {
    const set = Object.entries({ ...words, ...secret }).map(([column, value]) => `${column} = ${value}`);
    const condition = belongingTo(table, table);
    if (set.length > 0)
      await em.execute(`update ${table} set ${set.join(', ')} where ${condition}`, valuesFor(condition, [personId]));
  }
};

const depthOf = (name: string): number =>
  Math.max(0, ...heldIn(name).owners.map(({ of }) => (of === 'PERSON' || of === 'ADDRESS' ? 0 : 1 + depthOf(of))));
const byDepth = ([one]: readonly [string, TableHeld], [other]: readonly [string, TableHeld]): number =>
  depthOf(other) - depthOf(one);
