import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import {
  LogDocument,
  OneLoggedDayDocument,
  ViewerDocument,
  WhoseLogDocument,
  type LoggedDayFieldsFragment,
  type LogQuery,
  type OneLoggedDayQuery,
} from '../generated/graphql.ts';
import { liveServer } from '../testing/live.ts';
import { answer, mockServer, nobody } from '../testing/mock-api.ts';
import { onePage } from '../testing/placement.ts';
import { renderAt } from '../testing/render-at.tsx';
import { loggedDay, meter, returnerIsIn } from '../testing/returner.ts';

let asked = 0;

/** A log that a test changes from another browser. */
const logIs = (days: LoggedDayFieldsFragment[] | (() => LoggedDayFieldsFragment[])) => {
  answer(LogDocument, (): LogQuery => {
    asked += 1;
    const nodes = typeof days === 'function' ? days() : days;
    return {
      __typename: 'Query',
      viewer: {
        __typename: 'Viewer',
        returner: {
          __typename: 'Returner',
          id: 'r1',
          version: 3,
          application: { __typename: 'ReturnerApplication', sentOn: null },
          signedPractice: {
            __typename: 'SignedPractice',
            signedMinutes: 0,
            provisionalMinutes: 0,
            waitingMinutes: 0,
            unsignedMinutes: 420,
            outsideMinutes: 0,
            unsignedOn: [],
          },
          updating: { ...meter(), entries: [], rules: [] },
          loggedDays: { __typename: 'LoggedDayConnection', countUpTo1000: nodes.length, nodes, pageInfo: onePage },
        },
      },
    };
  });
};
const words = () => document.querySelector('[aria-live="polite"]')?.textContent;
const oneDay = [loggedDay()];
const twoDays = [loggedDay({ id: 'd2', onDate: '2026-11-19' }), loggedDay()];
const shows = (count: string) => waitFor(() => expect(screen.getByText(count)).toBeInTheDocument());

beforeEach(() => {
  asked = 0;
  returnerIsIn();
});

test('another’s change shows by itself and is told politely; the focus and open details stay', async () => {
  const live = liveServer();
  logIs(oneDay);
  const { user } = renderAt('/log');
  await shows('1 day');
  await user.click(screen.getByText('The rules behind this'));
  const opened = screen.getByText('The rules behind this').closest('details');
  const link = screen.getAllByRole('link', { name: /20 November/ })[0];
  link?.focus();
  expect(link).toHaveFocus();
  await waitFor(() => expect(live.came).toEqual([null]));
  logIs(twoDays);
  live.change('LoggedDay', 'd2');
  await shows('2 days');
  await waitFor(() => expect(words()).toBe('Updated: a logged day.'));
  // those who look are told too, once, and nothing of it can be reached
  const seen = screen.getByText('Updated just now: a logged day.');
  expect(seen).toHaveAttribute('aria-hidden', 'true');
  expect(seen.querySelector('a, button, [tabindex]')).toBeNull();
  expect(link).toHaveFocus();
  expect(opened?.isConnected).toBe(true);
  expect(opened).toHaveAttribute('open');
});

test('only answers that show what has changed are asked for again', async () => {
  const live = liveServer();
  logIs(oneDay);
  renderAt('/log');
  await shows('1 day');
  await waitFor(() => expect(live.came).toHaveLength(1));
  live.change('Host', 'h1');
  live.change('Returner', 'somebody-else');
  await new Promise(requestAnimationFrame);
  logIs(twoDays);
  const before = asked;
  live.change('Returner', 'r1');
  await shows('2 days');
  expect(asked).toBe(before + 1);
});

test('nothing changes under the hands of somebody who fills in a form', async () => {
  const live = liveServer();
  let times = 0;
  answer(WhoseLogDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', returner: { __typename: 'Returner', id: 'r1' } },
  });
  answer(OneLoggedDayDocument, (): OneLoggedDayQuery => {
    times += 1;
    return {
      __typename: 'Query',
      node: {
        ...loggedDay({ version: times, note: 'Old' }),
        recordedAt: '2026-11-20T18:00:00Z',
        evidence: [],
        history: [],
      },
    };
  });
  const { user } = renderAt('/log/days/d1/change');
  const note = await screen.findByRole('textbox', { name: /note/i });
  await user.type(note, ', and half a sen');
  await waitFor(() => expect(live.came).toHaveLength(1));
  live.change('LoggedDay', 'd1');
  await waitFor(() => expect(words()).toMatch(/^Something here has changed meanwhile/));
  expect(note).toHaveValue('Old, and half a sen');
  expect(note).toHaveFocus();
  expect(times).toBe(1);
});

test('after a break it goes on from the last id it knows', async () => {
  const live = liveServer();
  logIs(oneDay);
  renderAt('/log');
  await shows('1 day');
  await waitFor(() => expect(live.came).toEqual([null]));
  logIs(twoDays);
  live.change('LoggedDay', 'd2');
  await shows('2 days');
  live.breakOff();
  await waitFor(() => expect(live.came).toEqual([null, '1']));
});

test('where the server cannot tell what was missed, everything in sight is asked for again', async () => {
  const live = liveServer();
  logIs(oneDay);
  renderAt('/log');
  await shows('1 day');
  await waitFor(() => expect(live.came).toHaveLength(1));
  logIs(twoDays);
  live.reset();
  await shows('2 days');
});

test('an answer that does not come leaves the page as it is', async () => {
  const live = liveServer();
  let failed = 0;
  logIs(oneDay);
  renderAt('/log');
  await shows('1 day');
  await waitFor(() => expect(live.came).toHaveLength(1));
  mockServer.use(
    http.post('*/graphql', ({ request }) => {
      expect(request.headers.get('x-unattended')).toBe('1');
      failed += 1;
      return HttpResponse.error();
    }),
  );
  live.change('LoggedDay', 'd2');
  await waitFor(() => expect(failed).toBe(1));
  expect(screen.getByText('1 day')).toBeInTheDocument();
  expect(screen.queryByText(/cannot reach/)).not.toBeInTheDocument();
});

test('a session that has ended leads to signing in', async () => {
  logIs(oneDay);
  let tries = 0;
  mockServer.use(
    http.get('*/live', () => {
      tries += 1;
      answer(ViewerDocument, { __typename: 'Query', viewer: nobody });
      return HttpResponse.json({}, { status: 401 });
    }),
  );
  const { address } = renderAt('/log');
  await waitFor(() => expect(address()).toBe('/sign-in?next=%2Flog'));
  expect(tries).toBe(1);
});

test('nobody listens who is not signed in', async () => {
  const live = liveServer();
  answer(ViewerDocument, { __typename: 'Query', viewer: nobody });
  renderAt('/contact');
  await screen.findByRole('link', { name: 'Sign in' });
  expect(live.came).toEqual([]);
  expect(words()).toBeUndefined();
});
