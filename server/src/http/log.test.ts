import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { openLog } from './log.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.owner.query('create table guest (email text constraint one_guest_per_email unique)');
  await fresh.owner.query("insert into guest values ('returner12@example.invalid')");
});
afterAll(() => fresh.close());

function logged(err: unknown): string {
  let lines = '';
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.toString();
      done();
    },
  });
  openLog('info', to).error({ err }, 'a request failed');
  return lines;
}

const insert = "insert into guest (email) values ('returner12@example.invalid')";

it.each([
  ['the reading pool', () => fresh.database.query({ name: 'twice', text: insert })],
  ['the ORM', () => fresh.database.orm.em.fork().execute(insert)],
])('keeps what a person typed out of the log when a statement fails in %s', async (_where, run) => {
  const error: unknown = await run().catch((thrown: unknown) => thrown);
  const line = logged(error);
  expect(line).not.toContain('returner12');
  expect(line).not.toContain('connectionParameters');
  expect(JSON.parse(line)).toMatchObject({ msg: 'a request failed', err: { code: '23505' } });
  expect(line).toContain('one_guest_per_email');
});

it('keeps the text that a parser could not read out of the log', () => {
  let thrown: unknown;
  try {
    JSON.parse('returner12@example.invalid');
  } catch (error) {
    thrown = error;
  }
  expect(logged(thrown)).not.toContain('returner12');
});

it('says where a bug of ours is', () => {
  const line = logged(new TypeError('Cannot read properties of undefined', { cause: new Error('the reason') }));
  expect(JSON.parse(line)).toMatchObject({
    err: { type: 'TypeError', message: 'Cannot read properties of undefined', cause: { message: 'the reason' } },
  });
  expect(line).toContain('log.test.ts');
});
