import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  LogBetweenDocument,
  LogDayDocument,
  WhoseLogDocument,
  type LogBetweenQuery,
  type LogDayMutation,
  type LogDayMutationVariables,
  type LoggedDayFieldsFragment,
} from '../generated/graphql.ts';
import { noteOwner, readOwner } from '../offline/device-owner.ts';
import { dropKeptDay, keepDay, keptDaysOf } from '../offline/kept-days.ts';
import { answer, mockServer, nobody, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';
import { loggedDay, meter, returnerIsIn } from '../testing/returner.ts';

const day = {
  onDate: '2026-11-18',
  kind: 'SUPERVISED',
  minutes: 420,
  startsAt: null,
  isPaidPost: false,
  note: null,
} as const;

/** A busy machine may take its time. */
const poll = <Value,>(ask: () => Value) => expect.poll(ask, { timeout: 10_000 });

const noNetwork = (): void => {
  mockServer.use(http.all('*', () => HttpResponse.error()));
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
};

const network = (): void => {
  mockServer.resetHandlers();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  returnerIsIn();
  answer(WhoseLogDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', returner: { __typename: 'Returner', id: 'r1' } },
  });
};

const logHolds = (...nodes: LoggedDayFieldsFragment[]): void =>
  answer(LogBetweenDocument, (): LogBetweenQuery => ({
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        loggedDays: {
          __typename: 'LoggedDayConnection',
          nodes,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      },
    },
  }));

const logs = (sent: LogDayMutationVariables[], refused?: LogDayMutation['logDay']): void =>
  answer(LogDayDocument, (variables) => {
    sent.push(variables);
    const { onDate, kind, minutes } = variables.input;
    return {
      __typename: 'Mutation',
      logDay: refused ?? {
        __typename: 'DayLogged',
        loggedDay: loggedDay({ id: `d${sent.length}`, onDate, kind, minutes }),
        returner: { __typename: 'Returner', id: 'r1', version: 3, updating: meter() },
      },
    };
  });

beforeEach(async () => {
  for (const { id } of await keptDaysOf('r1')) await dropKeptDay(id);
});
afterEach(() => vi.restoreAllMocks());

test('without a network a day is kept on the phone in two taps, and the log shows how it stands', async () => {
  noteOwner('r1', '2026-11-21');
  noNetwork();
  const { user } = renderAt('/log/add');
  await user.click(await screen.findByLabelText('Supervised practice'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'It is on this phone' })).toBeInTheDocument();
  expect(screen.getByRole('alert')).toHaveTextContent('Counted when sent');
  await user.click(screen.getByRole('link', { name: 'See your log' }));
  const list = await screen.findByRole('region', { name: 'Logged on this phone' });
  expect(within(list).getByText('On this phone')).toBeInTheDocument();
  expect(within(list).getByRole('status')).toHaveTextContent('1 entry to be sent');
});

test('what waits goes out by itself when the service is opened again', async () => {
  const sent: LogDayMutationVariables[] = [];
  noteOwner('r1', '2026-11-21');
  await keepDay('r1', day);
  await keepDay('r1', { ...day, onDate: '2026-11-17' });
  network();
  logHolds();
  logs(sent);
  renderAt('/log/add');
  await screen.findByLabelText('Supervised practice');
  await poll(() => sent.map(({ input }) => input.onDate)).toEqual(['2026-11-18', '2026-11-17']);
  await poll(async () => (await keptDaysOf('r1')).map(({ standing }) => standing)).toEqual(['SAVED', 'SAVED']);
});

test('a refused day needs the person, tells why, and can be changed', async () => {
  const sent: LogDayMutationVariables[] = [];
  noteOwner('r1', '2026-11-21');
  const id = await keepDay('r1', { ...day, onDate: '2027-01-01' });
  network();
  logHolds();
  logs(sent, {
    __typename: 'LogDayRefused',
    refusals: [
      {
        __typename: 'RuleRefusal',
        code: 'RULE_NOT_MET',
        path: ['onDate'],
        message: '1 January 2027 has not come yet.',
        help: 'Log a day once you have done it.',
        rule: 'NOT_IN_THE_FUTURE',
      },
    ],
  });
  const { user } = renderAt(`/log/add?kept=${id}`);
  await poll(() => sent.length).toBe(1);
  await poll(async () => (await keptDaysOf('r1'))[0]?.standing).toBe('NEEDS_YOU');
  logs(sent);
  await user.clear(await screen.findByLabelText('Year'));
  await user.type(screen.getByLabelText('Year'), '2026');
  await user.clear(screen.getByLabelText('Month'));
  await user.type(screen.getByLabelText('Month'), '11');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await poll(() => sent.at(-1)?.input.onDate).toBe('2026-11-01');
  expect(sent.at(-1)?.input.idempotencyKey).not.toBe(sent[0]?.input.idempotencyKey);
});

test('a device that keeps nothing says so, and what was typed stays', async () => {
  noteOwner('r1', '2026-11-21');
  noNetwork();
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { user } = renderAt('/log/add');
  await user.click(await screen.findByLabelText('Private study'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'This is not saved yet' })).toBeInTheDocument();
  expect(screen.getByLabelText('Private study')).toBeChecked();
});

test('a day that may be in the log already is shown, and is logged as well only if the person says so', async () => {
  const sent: LogDayMutationVariables[] = [];
  noteOwner('r1', '2026-11-21');
  await keepDay('r1', day);
  network();
  logHolds(loggedDay({ id: 'd9', onDate: '2026-11-18', minutes: 300 }));
  logs(sent);
  const { user } = renderAt('/log');
  await user.click(await screen.findByRole('button', { name: /Log it as well/ }));
  await poll(() => sent.length).toBe(1);
});

test('after signing out the device logs for nobody, and what waits stays', async () => {
  noteOwner('r1', '2026-11-21');
  await keepDay('r1', day);
  viewerIs(nobody);
  renderAt('/log/add');
  await poll(() => readOwner()).toBeUndefined();
  expect(await keptDaysOf('r1')).toHaveLength(1);
});
