import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { mockServer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const personas = [
  { key: 'returner-new', name: 'Example Returner, new', role: 'RETURNER', region: null },
  { key: 'coordinator-london', name: 'Example Coordinator, London', role: 'COORDINATOR', region: 'London' },
];

test('everybody invented is listed, and one press signs in', async () => {
  const sent: unknown[] = [];
  mockServer.use(
    http.get('*/demo/personas', () => HttpResponse.json({ personas, clock: { now: '', today: '2026-11-21' } })),
    http.post('*/demo/sign-in', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  const { user, address } = renderAt('/demonstration');
  expect(await screen.findByText('21 November 2026')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Sign in as Example Coordinator, London' }));
  await expect.poll(() => sent).toEqual([{ persona: 'coordinator-london' }]);
  await expect.poll(address).not.toBe('/demonstration');
});

test('the clock goes on, and the new date is said', async () => {
  let today = '2026-11-21';
  mockServer.use(
    http.get('*/demo/personas', () => HttpResponse.json({ personas, clock: { now: '', today } })),
    http.post('*/demo/clock', async ({ request }) => {
      expect(await request.json()).toEqual({ advance: 'P30D' });
      today = '2026-12-21';
      return HttpResponse.json({});
    }),
  );
  const { user } = renderAt('/demonstration');
  await user.click(await screen.findByRole('button', { name: 'Go on 30 days' }));
  expect(await screen.findByText('21 December 2026')).toBeInTheDocument();
});

test('where there is no demonstration, it says so', async () => {
  renderAt('/demonstration');
  expect(await screen.findByText(/There is no demonstration here/)).toBeInTheDocument();
});
