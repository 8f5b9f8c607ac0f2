import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  EditLoggedDayDocument,
  LogDayDocument,
  LogDocument,
  OneLoggedDayDocument,
  RemoveLoggedDayDocument,
  WhoseLogDocument,
  type EditLoggedDayMutation,
  type LogDayMutation,
  type LogDayMutationVariables,
  type LogQuery,
  type LogQueryVariables,
  type LoggedDayFieldsFragment,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';
import { loggedDay, meter, returnerIsIn } from '../testing/returner.ts';

let sent: LogDayMutationVariables[] = [];

const dayIs = (day: LoggedDayFieldsFragment) =>
  answer(OneLoggedDayDocument, {
    __typename: 'Query',
    node: { ...day, __typename: 'LoggedDay', recordedAt: '2026-11-20T18:00:00Z', evidence: [], history: [] },
  });

const logAnswers = (logDay: LogDayMutation['logDay'] | { refusedWith: string }) =>
  answer(LogDayDocument, (variables) => {
    sent.push(variables);
    return 'refusedWith' in logDay ? logDay : { __typename: 'Mutation', logDay };
  });

const logged: LogDayMutation['logDay'] = {
  __typename: 'DayLogged',
  loggedDay: loggedDay({ onDate: '2026-11-21' }),
  returner: { __typename: 'Returner', id: 'r1', version: 3, updating: meter() },
};

const logIs = (days: LoggedDayFieldsFragment[], asked: LogQueryVariables[] = []) =>
  answer(LogDocument, (variables): LogQuery => {
    asked.push(variables);
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
          updating: {
            ...meter({
              notCounted: [
                { __typename: 'NotCounted', reason: 'BEFORE_WINDOW', minutes: 420, explanation: 'It is too long ago.' },
              ],
              expiries: [{ __typename: 'ExpiryForecast', dropsOutOn: '2027-05-03', minutes: 1_680, keys: ['d1'] }],
            }),
            entries: [{ __typename: 'CountedEntry', key: 'd1', countedMinutes: 420, notCounted: [] }],
            rules: [],
          },
          loggedDays: {
            __typename: 'LoggedDayConnection',
            countUpTo1000: days.length,
            nodes: days,
            pageInfo: {
              __typename: 'PageInfo',
              hasNextPage: false,
              hasPreviousPage: false,
              startCursor: null,
              endCursor: null,
            },
          },
        },
      },
    };
  });

beforeEach(() => {
  sent = [];
  returnerIsIn();
  answer(WhoseLogDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', returner: { __typename: 'Returner', id: 'r1' } },
  });
});

test('two taps log today’s whole day, and the meter comes with the answer', async () => {
  logAnswers(logged);
  const { user } = renderAt('/log/add');
  await user.click(await screen.findByLabelText('Supervised practice'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'It is in your log' })).toBeInTheDocument();
  expect(screen.getByRole('alert')).toHaveTextContent('7 hours of supervised practice on 21 November 2026');
  expect(screen.getByRole('img', { name: '10 days of 30 days' })).toBeInTheDocument();
  expect(screen.getByText(/5 days must be supervised practice or formal study/)).toBeInTheDocument();
  expect(sent[0]?.input).toMatchObject({ returnerId: 'r1', onDate: '2026-11-21', kind: 'SUPERVISED', minutes: 420 });
});

test('the same day is sent under the same key until it is changed', async () => {
  logAnswers({ refusedWith: 'UNAVAILABLE' });
  const { user } = renderAt('/log/add');
  await user.click(await screen.findByLabelText('Private study'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'The service is not ready' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(() => sent.length).toBe(2);
  logAnswers(logged);
  await user.click(screen.getByLabelText('Yesterday, 20 November 2026'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'It is in your log' });
  const keys = sent.map(({ input }) => input.idempotencyKey);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[1]);
});

test('another day and time are typed, and mistakes are told beside their fields', async () => {
  logAnswers(logged);
  const { user } = renderAt('/log/add');
  await user.click(await screen.findByLabelText('Another day'));
  await user.click(screen.getByLabelText('Another time'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  for (const name of ['Choose what kind of updating it was', 'Enter the date', 'Enter how long it took']) {
    expect(await screen.findByRole('link', { name })).toBeInTheDocument();
  }
  expect(sent).toEqual([]);
  await user.click(screen.getByLabelText('Formal study'));
  await user.type(screen.getByLabelText('Day'), '3');
  await user.type(screen.getByLabelText('Month'), 'oct');
  await user.type(screen.getByLabelText('Year'), '2026');
  await user.type(screen.getByLabelText('Hours'), '2,5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'It is in your log' });
  expect(sent[0]?.input).toMatchObject({ onDate: '2026-10-03', kind: 'FORMAL', minutes: 150 });
});

test('what was typed survives a page that is loaded again', async () => {
  const { user } = renderAt('/log/add');
  await user.click(await screen.findByLabelText('Private study'));
  await user.click(screen.getByRole('button', { name: /Add a start time/ }));
  await user.type(screen.getByLabelText(/Note/), 'Two papers');
  renderAt('/log/add');
  const notes = await screen.findAllByLabelText(/Note/);
  expect(notes.at(-1)).toHaveValue('Two papers');
});

test('a note that looks as if it were about a patient must be checked first', async () => {
  logAnswers({
    __typename: 'LogDayRefused',
    refusals: [
      {
        __typename: 'RuleRefusal',
        code: 'RULE_NOT_MET',
        path: ['note'],
        message: 'This note looks as if it holds a date of birth.',
        help: 'Take it out if it is about a patient.',
        rule: 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH',
      },
    ],
  });
  const { user } = renderAt('/log/add');
  await user.click(await screen.findByLabelText('Private study'));
  await user.click(screen.getByRole('button', { name: /Add a start time/ }));
  await user.type(screen.getByLabelText(/Note/), 'Course of 3.4.2026');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByLabelText('I have checked: nothing in it is about a patient'));
  logAnswers(logged);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'It is in your log' });
  expect(sent.at(-1)?.input).toMatchObject({ note: 'Course of 3.4.2026', isNoteChecked: true });
});

test('the log says what counts, what does not and why, and what drops out when', async () => {
  logIs([loggedDay()]);
  renderAt('/log');
  expect(
    await screen.findByText(/4 days in your log drop out on 3 May 2027 unless you apply before then/),
  ).toBeInTheDocument();
  expect(screen.getByText('It is too long ago.', { exact: false })).toBeInTheDocument();
  const row = within(screen.getByRole('row', { name: /20 November 2026/ }));
  expect(row.getByText('All of it')).toBeInTheDocument();
  expect(row.getByRole('link', { name: 'Change 20 November 2026, supervised practice, 7 hours' })).toHaveAttribute(
    'href',
    '/log/days/d1/change',
  );
});

test('the address holds the filters of the log', async () => {
  const asked: LogQueryVariables[] = [];
  logIs([loggedDay()], asked);
  const { user, address } = renderAt('/log');
  await user.selectOptions(await screen.findByLabelText('Kind'), 'Private study');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(address()).toBe('/log?kind=PRIVATE');
  await expect.poll(() => asked.at(-1)?.filter).toEqual({ kind: 'PRIVATE' });
});

test('a change that comes too late shows both versions and loses nothing', async () => {
  dayIs(loggedDay());
  const versions: number[] = [];
  answer(EditLoggedDayDocument, ({ input }): EditLoggedDayMutation => {
    versions.push(input.expectedVersion);
    dayIs(loggedDay({ version: 2, minutes: 300 }));
    return {
      __typename: 'Mutation',
      editLoggedDay:
        input.expectedVersion === 1
          ? {
              __typename: 'EditLoggedDayRefused',
              refusals: [
                {
                  __typename: 'ConflictRefusal',
                  code: 'CONFLICT',
                  path: ['expectedVersion'],
                  message: 'Somebody changed this.',
                  help: '',
                  rule: null,
                  currentVersion: 2,
                },
              ],
            }
          : {
              __typename: 'LoggedDayEdited',
              loggedDay: loggedDay({ version: 3, minutes: 210 }),
              returner: { __typename: 'Returner', id: 'r1', version: 3, updating: meter() },
            },
    };
  });
  logIs([loggedDay({ version: 3, minutes: 210 })]);
  const { user, address } = renderAt('/log/days/d1/change');
  await user.click(await screen.findByLabelText('Half a day (3 hours 30 minutes)'));
  await user.click(screen.getByRole('button', { name: 'Save the change' }));
  expect(await screen.findByRole('heading', { name: /changed somewhere else/ })).toHaveFocus();
  const time = await screen.findByRole('row', { name: /Time.*5 hours.*3 hours 30 minutes/ });
  expect(time).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save what I typed' }));
  expect(await screen.findByText('Your change to 20 November 2026 is saved.')).toBeInTheDocument();
  expect(versions).toEqual([1, 2]);
  expect(address()).toBe('/log');
});

test('a day is removed only after a second yes', async () => {
  dayIs(loggedDay());
  logIs([]);
  answer(RemoveLoggedDayDocument, {
    __typename: 'Mutation',
    removeLoggedDay: {
      __typename: 'LoggedDayRemoved',
      returner: { __typename: 'Returner', id: 'r1', version: 3, updating: meter() },
    },
  });
  const { user } = renderAt('/log/days/d1/remove');
  expect(await screen.findByText('7 hours of supervised practice on 20 November 2026')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Yes, remove it' }));
  expect(await screen.findByText('20 November 2026 is out of your log.')).toBeInTheDocument();
  expect(screen.getByText(/There are no days in your log yet/)).toBeInTheDocument();
});

test('a day that is somebody else’s is not found', async () => {
  answer(OneLoggedDayDocument, { __typename: 'Query', node: null });
  renderAt('/log/days/elsewhere');
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeInTheDocument();
});
