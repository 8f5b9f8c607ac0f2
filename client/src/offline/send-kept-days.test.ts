import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { LogDayInput, LogDayMutation } from '../generated/graphql.ts';
import { loggedDay, meter } from '../testing/returner.ts';
import { changeKeptDay, dropKeptDay, keepDay, keptDaysOf, type DayFacts } from './kept-days.ts';
import { sendKeptDays, type Server } from './send-kept-days.ts';
import type { InLog } from './twins.ts';

const day = (onDate: string, changes: Partial<DayFacts> = {}): DayFacts => ({
  onDate,
  kind: 'SUPERVISED',
  minutes: 420,
  startsAt: null,
  isPaidPost: false,
  note: null,
  ...changes,
});

/** A log that keeps what comes in under one key once, as the server's does. */
function serverOf(changes: Partial<Server> = {}, whose = 'r1') {
  const log: InLog[] = [];
  const keys = new Map<string, InLog>();
  const came: LogDayInput[] = [];
  const server: Server = {
    isInReach: () => true,
    fateOf: (error) => (error === 'silence' ? 'UNANSWERED' : error === 'sign in' ? 'NOT_NOW' : 'NEVER'),
    logBetween: async () => ({ returnerId: whose, days: [...log] }),
    logDay: async (input) => {
      came.push(input);
      const entry = keys.get(input.idempotencyKey) ?? {
        ...loggedDay({ onDate: input.onDate, kind: input.kind, minutes: input.minutes, note: input.note ?? null }),
        id: `d${log.length + 1}`,
      };
      if (!keys.has(input.idempotencyKey)) log.push(entry);
      keys.set(input.idempotencyKey, entry);
      return logged(entry);
    },
    ...changes,
  };
  return { server, log, came, keys };
}

const logged = (entry: InLog): LogDayMutation['logDay'] => ({
  __typename: 'DayLogged',
  loggedDay: { __typename: 'LoggedDay', ...entry },
  returner: { __typename: 'Returner', id: 'r1', version: 1, updating: meter() },
});

const refused = (path: string, rule: string | null): LogDayMutation['logDay'] => ({
  __typename: 'LogDayRefused',
  refusals: [
    { __typename: 'RuleRefusal', code: 'RULE_NOT_MET', path: [path], message: 'Not so.', help: 'Otherwise.', rule },
  ],
});

const standings = async (returnerId = 'r1') => (await keptDaysOf(returnerId)).map(({ standing }) => standing);
const fiveDays = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];

beforeEach(async () => {
  for (const who of ['r1', 'r2']) for (const { id } of await keptDaysOf(who)) await dropKeptDay(id);
});

test('five days go out once each, in the order in which they were logged', async () => {
  for (const onDate of fiveDays.toReversed()) await keepDay('r1', day(onDate));
  const { server, came } = serverOf();
  await Promise.all([sendKeptDays(server, 'r1'), sendKeptDays(server, 'r1')]);
  await sendKeptDays(server, 'r1');
  expect(came.map(({ onDate }) => onDate)).toEqual(fiveDays.toReversed());
  expect(await standings()).toEqual(Array(5).fill('SAVED'));
});

test('a network that breaks off keeps the order and what is left', async () => {
  for (const onDate of fiveDays) await keepDay('r1', day(onDate));
  const { server, came, log } = serverOf();
  const breaking: Server = {
    ...server,
    logDay: (input) => (input.onDate === '2026-11-18' ? Promise.reject('silence') : server.logDay(input)),
  };
  expect((await sendKeptDays(breaking, 'r1')).stopped?.because).toBe('silence');
  expect(await standings()).toEqual(['SAVED', 'SAVED', 'ON_THIS_PHONE', 'ON_THIS_PHONE', 'ON_THIS_PHONE']);
  await sendKeptDays(server, 'r1');
  expect(came.map(({ onDate }) => onDate)).toEqual(fiveDays);
  expect(log).toHaveLength(5);
});

test('a lost answer puts nothing into the log twice, though the server has forgotten the key', async () => {
  await keepDay('r1', day('2026-11-20', { note: 'Two papers' }));
  const { server, log, keys } = serverOf();
  const silent: Server = { ...server, logDay: (input) => server.logDay(input).then(() => Promise.reject('silence')) };
  await sendKeptDays(silent, 'r1');
  expect(await standings()).toEqual(['ON_THIS_PHONE']);
  keys.clear();
  await sendKeptDays(server, 'r1');
  expect(log).toHaveLength(1);
  const [kept] = await keptDaysOf('r1');
  expect(kept).toMatchObject({ standing: 'SAVED', loggedDayId: 'd1', day: { note: null } });
});

test('a page that was closed while sending goes on as after a lost answer', async () => {
  const id = await keepDay('r1', day('2026-11-20'));
  await changeKeptDay(id, { standing: 'SENDING' });
  const { server, log } = serverOf();
  log.push({ ...loggedDay({ onDate: '2026-11-20' }), id: 'd9' });
  await sendKeptDays(server, 'r1');
  expect(await keptDaysOf('r1')).toMatchObject([{ standing: 'SAVED', loggedDayId: 'd9' }]);
  expect(log).toHaveLength(1);
});

test('what another device has logged for the same date and kind is shown, and both stay', async () => {
  const id = await keepDay('r1', day('2026-11-20'));
  await keepDay('r1', day('2026-11-19', { kind: 'PRIVATE' }));
  const { server, log, came } = serverOf();
  log.push(
    { ...loggedDay({ onDate: '2026-11-20', minutes: 300 }), id: 'd9' },
    { ...loggedDay(), id: 'd8', onDate: '2026-11-19' },
  );
  await sendKeptDays(server, 'r1');
  expect(await standings()).toEqual(['NEEDS_YOU', 'SAVED']);
  expect((await keptDaysOf('r1'))[0]?.reasons[0]?.rule).toBe('MAY_BE_IN_YOUR_LOG');
  await changeKeptDay(id, { standing: 'ON_THIS_PHONE', isWantedTwice: true });
  await sendKeptDays(server, 'r1');
  expect(came.map(({ onDate }) => onDate)).toEqual(['2026-11-19', '2026-11-20']);
  expect(await standings()).toEqual(['SAVED', 'SAVED']);
});

test('two halves of one day from this phone are no conflict', async () => {
  await keepDay('r1', day('2026-11-20', { minutes: 210 }));
  await keepDay('r1', day('2026-11-20', { minutes: 210 }));
  const { server, log } = serverOf();
  await sendKeptDays(server, 'r1');
  expect(log).toHaveLength(2);
});

test('a refused day keeps the server’s reason and holds up no other', async () => {
  await keepDay('r1', day('2027-01-01'));
  await keepDay('r1', day('2026-11-20'));
  const { server } = serverOf();
  const strict: Server = {
    ...server,
    logDay: (input) =>
      input.onDate > '2026-11-30' ? Promise.resolve(refused('onDate', 'NOT_IN_THE_FUTURE')) : server.logDay(input),
  };
  await sendKeptDays(strict, 'r1');
  expect(await keptDaysOf('r1')).toMatchObject([
    { standing: 'NEEDS_YOU', reasons: [{ message: 'Not so.', help: 'Otherwise.', rule: 'NOT_IN_THE_FUTURE' }] },
    { standing: 'SAVED' },
  ]);
});

test('nothing goes out under another person', async () => {
  await keepDay('r1', day('2026-11-20'));
  await keepDay('r2', day('2026-11-19'));
  const { server, came } = serverOf({}, 'r2');
  expect((await sendKeptDays(server, 'r1')).stopped?.because).toBe('SOMEBODY_ELSE');
  expect(came).toEqual([]);
  // whoever comes in between the look and the sending is refused by the server
  const late = serverOf({ logDay: () => Promise.resolve(refused('returnerId', null)) });
  expect((await sendKeptDays(late.server, 'r1')).stopped?.because).toBe('SOMEBODY_ELSE');
  expect(await standings()).toEqual(['ON_THIS_PHONE']);
  await sendKeptDays(server, 'r2');
  expect(came.map(({ returnerId }) => returnerId)).toEqual(['r2']);
});

test('without a network nothing is tried; without a session everything stays', async () => {
  await keepDay('r1', day('2026-11-20'));
  const { server, came } = serverOf();
  await sendKeptDays({ ...server, isInReach: () => false }, 'r1');
  expect(await keptDaysOf('r1')).toMatchObject([{ standing: 'ON_THIS_PHONE', isTried: false, hasWaited: true }]);
  await sendKeptDays({ ...server, logBetween: () => Promise.reject('sign in') }, 'r1');
  expect(await standings()).toEqual(['ON_THIS_PHONE']);
  expect(came).toEqual([]);
});

test('what the person is saving right now is theirs to put right; what broke earlier waits for them', async () => {
  await keepDay('r1', day('2026-11-19'));
  const fresh = await keepDay('r1', day('2026-11-20'));
  const { server } = serverOf({ logDay: () => Promise.reject('broken') });
  expect((await sendKeptDays(server, 'r1', fresh)).stopped?.because).toBe('broken');
  expect(await keptDaysOf('r1')).toMatchObject([{ standing: 'NEEDS_YOU', day: { onDate: '2026-11-19' } }]);
});
