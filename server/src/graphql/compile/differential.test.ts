import { execute, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, type Actor } from '../../access/actor.ts';
import { createClock } from '../../kernel/clock.ts';
import { toGlobalId } from '../../kernel/global-id.ts';
import { askAs } from '../../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { buildNaiveSchema } from '../../testing/naive-schema.ts';
import { randomDocument, type Material } from '../../testing/random-document.ts';
import { buildSchema } from '../build-schema.ts';
import { projections } from '../projections.ts';

const schema = buildSchema();
const naive = buildNaiveSchema();
const noon = new Date('2026-11-21T12:00:00Z');
const clock = { ...createClock(), now: () => noon };
let fresh: FreshDatabase;
let material: Material;
const documents = 1_000;

beforeAll(async () => {
  fresh = await freshDatabase();
  const ids: string[] = [];
  for (const { type, table, fields } of projections.values()) {
    if (table === null || !fields['id']) continue;
    const { rows } = await fresh.owner.query<{ id: string }>(`select id from ${table} order by id limit 5`);
    ids.push(...rows.map(({ id }) => toGlobalId(type, id)));
  }
  material = {
    ids,
    values: {
      code: ['"Y58"', '"QNQ"', '"S0E4D"', '"BS1"', '"nothing"'],
      odsCode: ['"R0A"', '"RATE1"', '"nothing"'],
      regionCode: ['"Y58"', '"Y62"'],
      boardCode: ['"QOP"', '"QVV"'],
      trustOdsCode: ['"R0A"'],
      nameContains: ['"hospital"', '"man"'],
      codeStartsWith: ['"BS"', '"M1"'],
      openOn: ['"2026-03-31"', '"2026-04-01"'],
    },
  };
});
afterAll(() => fresh.close());

const actors: readonly (readonly [string, () => Actor])[] = [['anonymous', () => anonymous]];

test.each(actors)(
  `%s: ${documents} documents answer alike, compiled and read field by field`,
  { timeout: 300_000 },
  async (_name, actorOf) => {
    const actor = actorOf();
    let answers = 0;
    for (let seed = 1; seed <= documents; seed++) {
      const { source, variables } = randomDocument(schema, material, seed);
      const document = parse(source);
      expect(validate(schema, document), source).toEqual([]);
      for (const variableValues of seed % 4 === 0 ? variables : variables.slice(0, 1)) {
        const compiled = await askAs({ schema, database: fresh.database, clock }, actor, document, variableValues);
        const contextValue = { pool: fresh.database.pool, actor, clock };
        const walked = await execute({ schema: naive, document, variableValues, contextValue });
        expect(JSON.parse(JSON.stringify(compiled)), source).toEqual(JSON.parse(JSON.stringify(walked)));
        if (JSON.stringify(compiled.data).length > 200) answers += 1;
      }
    }
    // a generator that asks for nothing would prove nothing
    expect(answers).toBeGreaterThan(documents / 4);
  },
);
