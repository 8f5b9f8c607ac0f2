import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  AcceptPlacementDocument,
  DeclinePlacementDocument,
  EndPlacementEarlyDocument,
  MyPlacementDocument,
  MyWishDocument,
  OfferToAnswerDocument,
  PathwayDocument,
  PlacementOddsDocument,
  PlaceToLeaveDocument,
  SendPlacementRequestDocument,
  AskSiteDocument,
  SitesToAskDocument,
  WithdrawPlacementDocument,
  type AcceptPlacementMutation,
  type DeclinePlacementMutation,
  type DeclinePlacementMutationVariables,
  type EndPlacementEarlyMutation,
  type EndPlacementEarlyMutationVariables,
  type PlacementFieldsFragment,
  type PlacementOddsQuery,
  type PlacementOddsQueryVariables,
  type PlacementRequestFieldsFragment,
  type SendPlacementRequestMutation,
  type SendPlacementRequestMutationVariables,
  type SitesOfRequestFragment,
  type WithdrawPlacementMutation,
  SayCheckUnderWayDocument,
  type SayCheckUnderWayMutation,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { placementOf, requestOf } from '../testing/placement.ts';
import { renderAt } from '../testing/render-at.tsx';
import { pathway, returnerIsIn, task } from '../testing/returner.ts';

let sent: SendPlacementRequestMutationVariables[] = [];
let asked: PlacementOddsQueryVariables[] = [];

const placementIs = (changes: {
  request?: PlacementRequestFieldsFragment;
  placements?: PlacementFieldsFragment[];
  state?: 'TO_DO' | 'CANNOT_START_YET';
  sentOn?: string;
}) =>
  answer(MyPlacementDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        describedAs: 'returning to dietetics',
        application: { __typename: 'ReturnerApplication', sentOn: changes.sentOn ?? null },
        pathway: pathway([
          task({
            key: 'PLACEMENT',
            state: changes.state ?? 'TO_DO',
            explanation: 'A place is looked for.',
            firstDo: changes.state === 'CANNOT_START_YET' ? 'SHARING' : null,
          }),
        ]),
        placementRequest: changes.request ?? null,
        placements: { __typename: 'PlacementConnection', nodes: changes.placements ?? [] },
      },
    },
  });

const requestSent = (sendPlacementRequest: SendPlacementRequestMutation['sendPlacementRequest']) =>
  answer(SendPlacementRequestDocument, (variables) => {
    sent.push(variables);
    return { __typename: 'Mutation', sendPlacementRequest };
  });

beforeEach(() => {
  sent = [];
  asked = [];
  returnerIsIn();
  answer(MyWishDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        fieldOfPractice: 'dietetics',
        updating: { __typename: 'UpdatingCount', shortfallMinutes: 8_400 },
        placementRequest: null,
      },
    },
  });
  answer(PlacementOddsDocument, (variables): PlacementOddsQuery => {
    asked.push(variables);
    const fits = variables.wish.travelMinutesAtMost >= 60 ? 11 : 3;
    return {
      __typename: 'Query',
      viewer: {
        __typename: 'Viewer',
        returner: {
          __typename: 'Returner',
          id: 'r1',
          placementOdds: {
            __typename: 'PlacementOdds',
            offered: 40,
            fits,
            explanation: `${fits} of 40 offers fit.`,
            with:
              fits === 11
                ? []
                : [
                    { __typename: 'PlacementOddsWith', kind: 'MORE_TRAVEL', amount: 15, weekday: null, fits: 11 },
                    { __typename: 'PlacementOddsWith', kind: 'ANOTHER_DAY', amount: 1, weekday: 4, fits: 5 },
                  ],
          },
        },
      },
    };
  });
});

/** Walks from the first step to the check. */
const fillIn = async () => {
  const visit = renderAt('/placement/ask/travel');
  const { user } = visit;
  const goOn = () => user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.click(await screen.findByLabelText('Car'));
  await goOn();
  await screen.findByRole('heading', { name: /Which days and hours/ });
  await user.click(screen.getByLabelText('Monday'));
  await user.click(screen.getByLabelText('Tuesday'));
  await goOn();
  await screen.findByRole('heading', { name: /When can you start/ });
  for (const [name, [day, month]] of [
    ['The earliest day you can start', ['11', '1']],
    ['The latest day you can start', ['1', '3']],
  ] as const) {
    const date = within(screen.getByRole('group', { name }));
    await user.type(date.getByLabelText('Day'), day);
    await user.type(date.getByLabelText('Month'), month);
    await user.type(date.getByLabelText('Year'), '2027');
  }
  await goOn();
  await screen.findByRole('heading', { level: 1, name: /What do you need at work/ });
  await user.click(screen.getByLabelText('More breaks'));
  await goOn();
  await screen.findByRole('heading', { name: /What would you rather have/ });
  await user.click(screen.getByRole('button', { name: 'Up The days I like best' }));
  expect(screen.getByRole('status')).toHaveTextContent('The days I like best is now number 1 of 6.');
  await goOn();
  await screen.findByRole('heading', { name: /Check what you ask for/ });
  return visit;
};

test('a returner asks for a placement in five steps, sees the chances first, and checks everything', async () => {
  requestSent({ __typename: 'PlacementRequestSent', placementRequest: requestOf() });
  placementIs({ request: requestOf() });
  const { user, address } = await fillIn();
  expect(await screen.findByText('3 of 40')).toBeInTheDocument();
  expect(screen.getByText('Mon, Tue, 2 days a week at least')).toBeInTheDocument();
  expect(screen.getByText('More breaks')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Send the request' }));
  await expect.poll(address).toBe('/placement');
  expect(await screen.findByText('Your request is sent.')).toBeInTheDocument();
  expect(sent[0]?.input).toMatchObject({
    returnerId: 'r1',
    travelMode: 'CAR',
    travelMinutesAtMost: 45,
    weekdays: [1, 2],
    daysAWeek: 2,
    daysNeeded: 20,
    earliestStartOn: '2027-01-11',
    latestStartOn: '2027-03-01',
    adjustments: ['EXTRA_BREAKS'],
    ranking: ['DAYS', 'TRAVEL', 'HOURS', 'START', 'SETTING', 'PAID'],
  });
});

/** Rows of a list, 50 pixels high each, one under the other: the window of the tests lays nothing out. */
const layOut = (rows: readonly HTMLElement[]) =>
  rows.forEach((row, index) =>
    vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, index * 50, 300, 50)),
  );

test('what matters most is ranked by dragging too, and Escape leaves the order as it was', async () => {
  const { user } = renderAt('/placement/ask/wishes');
  const ranking = await screen.findByRole('group', { name: 'What matters most to you?' });
  const rows = within(ranking).getAllByRole('listitem');
  const order = () =>
    within(ranking)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
  const before = order();
  layOut(rows);
  const [first = ranking] = rows;
  const take = () => {
    const handle = first.querySelector('[aria-hidden] svg') ?? ranking;
    fireEvent.pointerDown(handle, { pointerId: 1, isPrimary: true, button: 0, clientY: 25 });
    fireEvent.pointerMove(window, { pointerId: 1, clientY: 130 });
  };
  take();
  await user.keyboard('{Escape}');
  fireEvent.pointerUp(window, { pointerId: 1 });
  expect(order()).toEqual(before);
  take();
  // another finger changes nothing
  fireEvent.pointerUp(window, { pointerId: 2 });
  expect(order()).toEqual(before);
  fireEvent.pointerUp(window, { pointerId: 1 });
  expect(screen.getByRole('status')).toHaveTextContent('A short way is now number 3 of 6.');
  expect(within(ranking).getAllByRole('listitem')[2]).toBe(first);
});

test('a change that the chances suggest is made by one button, and the chances follow', async () => {
  const { user } = await fillIn();
  await user.click(await screen.findByRole('button', { name: 'Do this with 15 minutes more travel' }));
  expect(await screen.findByText('11 of 40')).toBeInTheDocument();
  expect(screen.getByText('Car, 60 minutes one way at most')).toBeInTheDocument();
  expect(asked.map(({ wish }) => wish.travelMinutesAtMost)).toEqual([45, 60]);
});

test('what is missing is told before the next step, and what was typed survives', async () => {
  const { user, address } = renderAt('/placement/ask/days');
  await user.click(await screen.findByRole('button', { name: 'Continue' }));
  expect(screen.getByRole('link', { name: 'Choose at least one day on which you can come' })).toBeInTheDocument();
  await user.click(screen.getByLabelText('Monday'));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(screen.getByRole('link', { name: 'You ask for more days a week than you can come' })).toBeInTheDocument();
  expect(address()).toBe('/placement/ask/days');
  renderAt('/placement/ask/days');
  for (const monday of await screen.findAllByLabelText('Monday')) expect(monday).toBeChecked();
});

test('the check leads back to the first step that is not filled in', async () => {
  const { address } = renderAt('/placement/check');
  await expect.poll(address).toBe('/placement/ask/travel');
});

test('a refusal is told above the page and leads to its step, and nothing typed is lost', async () => {
  requestSent({
    __typename: 'SendPlacementRequestRefused',
    refusals: [
      {
        __typename: 'RuleRefusal',
        code: 'RULE_NOT_MET',
        path: ['input', 'latestStartOn'],
        message: 'This is too soon.',
        help: 'Choose a later day.',
        rule: 'NOTICE',
      },
    ],
  });
  const { user, address } = await fillIn();
  await user.click(await screen.findByRole('button', { name: 'Send the request' }));
  expect(await screen.findByRole('link', { name: 'This is too soon. Choose a later day.' })).toHaveAttribute(
    'href',
    '/placement/ask/dates?then=check',
  );
  expect(address()).toBe('/placement/check');
  await user.click(screen.getByRole('link', { name: 'This is too soon. Choose a later day.' }));
  const latest = within(await screen.findByRole('group', { name: 'The latest day you can start' }));
  expect(latest.getByLabelText('Year')).toHaveValue('2027');
});

test('a request shows by when the person will know, and when the wait is too long', async () => {
  placementIs({ request: requestOf() });
  renderAt('/placement');
  expect(await screen.findByText('15 February 2027')).toBeInTheDocument();
  expect(screen.getByText(/If you hear nothing by 5 December 2026/)).toBeInTheDocument();
  expect(screen.getByText(/is your latest start, 1 March 2027, less the notice you need, 14 days/)).toBeInTheDocument();
  expect(screen.getByText(/The usual time, 10 working days, is how long an answer normally takes/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Take your request back' })).toHaveAttribute('href', '/placement/take-back');
});

test('who is not seen by coordinators yet is led to that first', async () => {
  placementIs({ state: 'CANNOT_START_YET' });
  renderAt('/placement');
  expect(await screen.findByRole('link', { name: 'Decide who may see your record' })).toHaveAttribute(
    'href',
    '/profile/sharing',
  );
  expect(screen.queryByRole('link', { name: 'Ask for a placement' })).not.toBeInTheDocument();
});

const offered = placementOf({ viewerActions: ['ACCEPT', 'DECLINE'], expiresOn: '2026-12-05' });

test('an offer says where, when and by when to answer, and is accepted', async () => {
  placementIs({ placements: [offered] });
  answer(OfferToAnswerDocument, { __typename: 'Query', placement: { ...offered, travel: null } });
  answer(AcceptPlacementDocument, ({ input }): AcceptPlacementMutation => {
    expect(input).toMatchObject({ placementId: 'pl1', expectedVersion: 2 });
    return {
      __typename: 'Mutation',
      acceptPlacement: {
        __typename: 'PlacementAccepted',
        placement: placementOf({ state: 'ACCEPTED_BY_RETURNER', version: 3 }),
      },
    };
  });
  const { user, address } = renderAt('/placement');
  expect(await screen.findByText('Your answer is needed by 5 December 2026.')).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Answer the offer' }));
  await user.click(await screen.findByLabelText('Yes, I want this place'));
  await user.click(screen.getByRole('button', { name: 'Send your answer' }));
  await expect.poll(address).toBe('/placement');
  expect(await screen.findByText('You said yes to Example Site.')).toBeInTheDocument();
});

test('a no needs a reason from the short list', async () => {
  const declined: DeclinePlacementMutationVariables[] = [];
  placementIs({ placements: [placementOf({ state: 'DECLINED', reason: 'TRAVEL', nextBestBy: '2026-11-24' })] });
  answer(OfferToAnswerDocument, { __typename: 'Query', placement: { ...offered, travel: null } });
  answer(DeclinePlacementDocument, (variables): DeclinePlacementMutation => {
    declined.push(variables);
    return {
      __typename: 'Mutation',
      declinePlacement: {
        __typename: 'PlacementDeclined',
        placement: placementOf({ state: 'DECLINED', reason: 'TRAVEL', version: 3 }),
      },
    };
  });
  const { user } = renderAt('/placement/offers/pl1');
  await user.click(await screen.findByLabelText('No'));
  await user.click(screen.getByRole('button', { name: 'Send your answer' }));
  expect(screen.getByRole('link', { name: /Choose why/ })).toBeInTheDocument();
  expect(declined).toEqual([]);
  await user.click(screen.getByLabelText('The way is too long'));
  await user.click(screen.getByRole('button', { name: 'Send your answer' }));
  expect(await screen.findByText(/You said no to Example Site/)).toBeInTheDocument();
  expect(declined[0]?.input).toMatchObject({ placementId: 'pl1', reason: 'TRAVEL' });
});

test('an offer of somebody else is not found', async () => {
  answer(OfferToAnswerDocument, { __typename: 'Query', placement: null });
  renderAt('/placement/offers/elsewhere');
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeInTheDocument();
});

test('who has no pathway yet is led to its start, with the reason', async () => {
  answer(MyPlacementDocument, { __typename: 'Query', viewer: { __typename: 'Viewer', returner: null } });
  answer(PathwayDocument, { __typename: 'Query', viewer: { __typename: 'Viewer', returner: null } });
  const { address } = renderAt('/placement');
  expect(await screen.findByRole('heading', { name: 'Start your pathway' })).toBeInTheDocument();
  expect(screen.getByText(/You came for a placement\. Your answers come first/)).toBeInTheDocument();
  expect(address()).toBe('/pathway');
});

test('each open check before day one says whose turn, since when, the usual time, what can be done, and if it is late', async () => {
  const check = {
    __typename: 'StartingCheck',
    version: 1,
    begunOn: '2026-11-02',
    dueOn: '2026-11-16',
    usualTime: '10 working days (assumed)',
  } as const;
  placementIs({
    placements: [
      placementOf({
        state: 'ACCEPTED',
        checks: [
          {
            ...check,
            id: 'c1',
            kind: 'CRIMINAL_RECORD',
            owner: 'SITE',
            state: 'TO_DO',
            isOverdue: true,
            whatReturnerCanDo: 'Ask the site’s contact how it stands.',
          },
          {
            ...check,
            id: 'c2',
            kind: 'IDENTITY',
            owner: 'RETURNER',
            state: 'CLEARED',
            isOverdue: false,
            whatReturnerCanDo: 'Nothing more: it is done.',
          },
          {
            ...check,
            id: 'c3',
            kind: 'EMPLOYMENT_HISTORY',
            owner: 'RETURNER',
            state: 'TO_DO',
            isOverdue: false,
            whatReturnerCanDo: 'Write down where you worked.',
          },
        ],
      }),
    ],
  });
  answer(SayCheckUnderWayDocument, ({ input }): SayCheckUnderWayMutation => {
    expect(input).toMatchObject({ startingCheckId: 'c3', expectedVersion: 1, state: 'IN_PROGRESS' });
    return {
      __typename: 'Mutation',
      recordStartingCheck: {
        __typename: 'StartingCheckRecorded',
        startingCheck: {
          __typename: 'StartingCheck',
          id: 'c3',
          version: 2,
          state: 'IN_PROGRESS',
          whatReturnerCanDo: 'Write down where you worked.',
        },
      },
    };
  });
  const { user } = renderAt('/placement');
  const late = within(await screen.findByRole('row', { name: /Criminal record check/ }));
  expect(late.getByText('Example Site')).toBeInTheDocument();
  expect(late.getByText('Late')).toBeInTheDocument();
  expect(late.getByText(/Since 2 November 2026. Usual time: 10 working days \(assumed\)/)).toBeInTheDocument();
  expect(late.getByText('Ask the site’s contact how it stands.')).toBeInTheDocument();
  expect(screen.queryByRole('row', { name: /Who you are/ })).not.toBeInTheDocument();
  const done = screen.getByText('1 check is done').closest('details');
  expect(done).not.toHaveAttribute('open');
  expect(done).toHaveTextContent('Who you are');
  expect(late.queryByRole('button')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'I have begun: Work history and references' }));
  expect(await within(screen.getByRole('row', { name: /Work history/ })).findByText('In progress')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /I have begun/ })).not.toBeInTheDocument();
});

test('once the application is sent, no placement is offered to be asked for', async () => {
  placementIs({ sentOn: '2026-11-16' });
  renderAt('/placement');
  expect(await screen.findByText('A place is looked for.')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Ask for a placement' })).not.toBeInTheDocument();
});

test('a place one said yes to is left before its first day, after what happens next is told', async () => {
  const agreed = placementOf({ state: 'ACCEPTED', viewerActions: ['WITHDRAW'] });
  placementIs({ placements: [agreed] });
  answer(PlaceToLeaveDocument, { __typename: 'Query', placement: agreed });
  answer(WithdrawPlacementDocument, ({ input }): WithdrawPlacementMutation => {
    expect(input).toMatchObject({ placementId: 'pl1', expectedVersion: 2 });
    return {
      __typename: 'Mutation',
      withdrawPlacement: {
        __typename: 'PlacementWithdrawn',
        placement: placementOf({ state: 'WITHDRAWN', version: 3 }),
      },
    };
  });
  const { user, address } = renderAt('/placement');
  await user.click(await screen.findByRole('link', { name: 'Leave this place' }));
  expect(await screen.findByText(/The time you have waited so far still counts/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Keep this place' })).toHaveAttribute('href', '/placement');
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Leave this place' }));
  await expect.poll(address).toBe('/placement');
  expect(await screen.findByText(/You have left Example Site/)).toBeInTheDocument();
});

test('a place under way is left with a reason of the returner’s own list', async () => {
  const ended: EndPlacementEarlyMutationVariables[] = [];
  const underWay = placementOf({ state: 'STARTED', viewerActions: ['END_EARLY'] });
  placementIs({ placements: [underWay] });
  answer(PlaceToLeaveDocument, { __typename: 'Query', placement: underWay });
  answer(EndPlacementEarlyDocument, (variables): EndPlacementEarlyMutation => {
    ended.push(variables);
    return {
      __typename: 'Mutation',
      endPlacementEarly: {
        __typename: 'PlacementEndedEarly',
        placement: placementOf({ state: 'ENDED_EARLY', reason: 'NOT_NOW', version: 3 }),
      },
    };
  });
  const { user } = renderAt('/placement/places/pl1/leave');
  await user.click(await screen.findByRole('button', { name: 'Leave this place' }));
  expect(screen.getByRole('link', { name: 'Choose why you leave this place' })).toBeInTheDocument();
  expect(ended).toEqual([]);
  expect(screen.queryByLabelText('There is no room after all')).not.toBeInTheDocument();
  await user.click(screen.getByLabelText('Life has changed: not now'));
  await user.click(screen.getByRole('button', { name: 'Leave this place' }));
  expect(await screen.findByText(/You have left Example Site/)).toBeInTheDocument();
  expect(ended[0]?.input).toMatchObject({ placementId: 'pl1', reason: 'NOT_NOW' });
});

test('an offer that is not answered yet cannot be left, and the page of another’s place is not found', async () => {
  placementIs({ placements: [offered] });
  answer(PlaceToLeaveDocument, ({ id }) => ({ __typename: 'Query', placement: id === 'pl1' ? offered : null }));
  renderAt('/placement');
  expect(await screen.findByRole('link', { name: 'Answer the offer' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Leave this place' })).not.toBeInTheDocument();
  renderAt('/placement/places/pl1/leave');
  expect(await screen.findByRole('heading', { name: 'You cannot leave this place here' })).toBeInTheDocument();
  renderAt('/placement/places/elsewhere/leave');
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeInTheDocument();
});

test('whoever asks a site keeps their place: the focus goes to what took the place of the button', async () => {
  const request = (askedOn: string | null): SitesOfRequestFragment => ({
    __typename: 'PlacementRequest',
    id: 'q1',
    state: 'OPEN',
    sitesToAsk: [
      {
        __typename: 'SiteToAsk',
        placementSiteId: 's1',
        siteName: 'Example Site',
        hostName: 'Example Trust',
        hasContact: true,
        askedOn,
        answeredOn: null,
        escalatesOn: askedOn === null ? null : '2026-12-04',
        isOverdue: false,
        travel: { __typename: 'MatchTravel', minutes: 12, plusMinus: 5, origin: 'ESTIMATE' },
      },
    ],
  });
  answer(SitesToAskDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: { __typename: 'Returner', id: 'r1', placementRequest: request(null) },
    },
  });
  answer(AskSiteDocument, {
    __typename: 'Mutation',
    askSite: { __typename: 'SiteAsked', placementRequest: request('2026-11-21') },
  });
  const { user } = renderAt('/placement/sites');
  await user.click(await screen.findByRole('button', { name: 'Ask them at Example Site' }));
  expect(await screen.findByText('Asked')).toHaveFocus();
});
