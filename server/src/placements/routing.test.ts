import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createRoutes, type Way } from './routing.ts';
import { travelInWords, travelTimesWith, type Place } from './travel.rules.ts';

const home: Place = { key: 'ZZ1', point: { latitude: 51.5, longitude: -0.1 }, isUrban: true };
const site: Place = { key: 'site', point: { latitude: 51.6, longitude: -0.2 }, isUrban: true };
const byCar: Way = { from: home, to: site, mode: 'CAR' };

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const answering =
  (asked: string[], seconds: (number | null)[][]): RequestListener =>
  (request, response) => {
    asked.push(request.url ?? '');
    response.end(JSON.stringify({ code: 'Ok', durations: seconds }));
  };

test('the minutes of a routing service win over the estimate, are asked for once, and name no person', async () => {
  const asked: string[] = [];
  const routes = createRoutes({ url: await serve(answering(asked, [[1834]])) });
  const { known, isComplete } = await routes.minutesOf([byCar]);
  expect(isComplete).toBe(true);
  const time = travelTimesWith(known).between(home, site, 'CAR');
  expect(time).toEqual({ minutes: 31, plusMinus: 0, origin: 'ROUTING' });
  expect(travelInWords(time)).toBe('31 minutes');
  await routes.minutesOf([byCar]);
  expect(routes.learned([byCar])).toEqual(known);
  expect(asked).toEqual([
    '/table/v1/driving/-0.10000,51.50000;-0.20000,51.60000?sources=0&destinations=1&annotations=duration',
  ]);
});

test('a coordinator’s correction wins over a routing service', async () => {
  const routes = createRoutes({ url: await serve(answering([], [[600]])) });
  const { known } = await routes.minutesOf([byCar]);
  const corrected = { from: 'ZZ1', to: 'site', mode: 'CAR', minutes: 55, origin: 'CORRECTION' } as const;
  for (const all of [
    [...known, corrected],
    [corrected, ...known],
  ])
    expect(travelTimesWith(all).between(home, site, 'CAR')).toMatchObject({ minutes: 55, origin: 'CORRECTION' });
});

test('by bus or train, and where there is no road, it stays an estimate', async () => {
  const routes = createRoutes({ url: await serve(answering([], [[null]])) });
  const byBus: Way = { ...byCar, mode: 'PUBLIC_TRANSPORT' };
  expect(await routes.minutesOf([byCar, byBus])).toEqual({ known: [], isComplete: true });
});

test.each<[string, RequestListener]>([
  ['refuses', (_request, response) => void response.writeHead(500).end()],
  ['says nonsense', (_request, response) => void response.end('{"code":"Ok","durations":"many"}')],
  ['says nothing', () => {}],
])('a service that %s leaves the estimate, marked as one, and is left alone for a while', async (_what, listener) => {
  let asked = 0;
  const url = await serve((request, response) => {
    asked += 1;
    listener(request, response);
  });
  const routes = createRoutes({ url, timeAtMostMs: 100 });
  const { known, isComplete } = await routes.minutesOf([byCar]);
  expect(isComplete).toBe(false);
  expect(travelTimesWith(known).between(home, site, 'CAR').origin).toBe('ESTIMATE');
  await routes.minutesOf([byCar]);
  expect(asked).toBe(1);
});
