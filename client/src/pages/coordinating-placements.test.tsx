import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  AddCapacityOfferDocument,
  AddHostDocument,
  AddPlacementSiteDocument,
  CapacityBoardDocument,
  ConfirmCapacityOfferDocument,
  HostForSiteDocument,
  HostRegionsDocument,
  HostsDocument,
  KeepMatchDocument,
  MatchDocument,
  OfferPlacementDocument,
  OneHostDocument,
  OnePlacementDocument,
  PlacementMapDocument,
  PlacementsDocument,
  PlacesToTryDocument,
  ReadyToMatchDocument,
  SiteForCapacityDocument,
  TrustsToHostDocument,
  WithdrawPlacementDocument,
  type AddCapacityOfferMutation,
  type AddCapacityOfferMutationVariables,
  type AddHostMutation,
  type AddHostMutationVariables,
  type AddPlacementSiteMutation,
  type AddPlacementSiteMutationVariables,
  type CapacityBoardQuery,
  type CapacityBoardQueryVariables,
  type ConfirmCapacityOfferMutation,
  type HostsQuery,
  type HostsQueryVariables,
  type KeepMatchMutation,
  type KeepMatchMutationVariables,
  type MatchQuery,
  type MatchQueryVariables,
  type OfferPlacementMutation,
  type PlacementFieldsFragment,
  type PlacementsQuery,
  type PlacementsQueryVariables,
  type WithdrawPlacementMutation,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { capacityOfferOf, onePage, pairOf, placementOf, planOf, withoutSignatures } from '../testing/placement.ts';
import { renderAt } from '../testing/render-at.tsx';

beforeEach(() =>
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Coordinator',
    role: 'COORDINATOR',
    roles: ['COORDINATOR'],
    places: ['London'],
  }),
);

const plansAre = (asked: MatchQueryVariables[], plan: (whatIf: MatchQueryVariables['whatIf']) => MatchQuery['match']) =>
  answer(MatchDocument, (variables): MatchQuery => {
    asked.push(variables);
    return { __typename: 'Query', match: plan(variables.whatIf) };
  });

const placementsAre = (placements: PlacementFieldsFragment[], asked: PlacementsQueryVariables[] = []) =>
  answer(PlacementsDocument, (variables): PlacementsQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      placements: {
        __typename: 'PlacementConnection',
        countUpTo1000: placements.length,
        nodes: placements,
        pageInfo: onePage,
      },
    };
  });

test('one press works out the plan, with the reasons of each pair and the cheapest fix of each gap', async () => {
  answer(ReadyToMatchDocument, {
    __typename: 'Query',
    placementRequests: { __typename: 'PlacementRequestConnection', countUpTo1000: 2 },
    capacityOffers: { __typename: 'CapacityOfferConnection', countUpTo1000: 9 },
  });
  plansAre([], () => planOf());
  const { user } = renderAt('/matching');
  expect(await screen.findByText(/2 returners wait for a place. 9 offers say yes./)).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Run the match' }));
  expect(await screen.findByText('1 returner has a place and 1 has none.')).toBeInTheDocument();
  const pair = within(screen.getByRole('row', { name: /Example Returner 12/ }));
  expect(pair.getByText(/Number 1 of 3 that fit, 30 ± 8 minutes \(estimate\)/)).toBeInTheDocument();
  expect(pair.getByText('The way is 30 minutes of 45.')).toBeInTheDocument();
  const gap = within(screen.getByRole('row', { name: /Example Returner 13/ }));
  expect(gap.getByText(/With 15 more minutes there is a place/)).toBeInTheDocument();
  expect(gap.getByText('Site: Example Site 9')).toBeInTheDocument();
  expect(gap.getByRole('link', { name: /Try it/ })).toHaveAttribute('href', '/what-if?travel=15');
});

test('a pair is held or ruled out in the address, the match runs again, and the cost of the change is told', async () => {
  const asked: MatchQueryVariables[] = [];
  plansAre(asked, (whatIf) =>
    whatIf?.ruledOut?.length === 1
      ? planOf({
          pairs: [],
          totals: { __typename: 'MatchTotals', placed: 0, waitedDays: 0, changes: 1, costPoints: 0 },
        })
      : planOf(),
  );
  const { user, address } = renderAt('/matching?run=yes');
  await user.click(await screen.findByRole('button', { name: /Hold Example Returner 12/ }));
  expect(address()).toBe('/matching?hold=q1.o1&run=yes');
  await user.click(await screen.findByRole('button', { name: /Not this/ }));
  expect(address()).toBe('/matching?apart=q1.o1&run=yes');
  expect(await screen.findByText(/1 fewer placed, 20 waited days fewer met, 12 points cheaper/)).toBeInTheDocument();
  expect(asked.map(({ whatIf }) => whatIf?.locked)).toContainEqual([
    { placementRequestId: 'q1', capacityOfferId: 'o1' },
  ]);
});

test('a plan is kept as proposals, and nobody is told', async () => {
  const kept: KeepMatchMutationVariables[] = [];
  plansAre([], () => planOf({ pairs: [pairOf({ isLocked: true })] }));
  placementsAre([]);
  answer(KeepMatchDocument, (variables): KeepMatchMutation => {
    kept.push(variables);
    return { __typename: 'Mutation', keepMatch: { __typename: 'MatchKept', kept: 1 } };
  });
  const { user, address } = renderAt('/matching?run=yes');
  await user.click(await screen.findByRole('button', { name: 'Keep this plan as proposals' }));
  await expect.poll(address).toBe('/placements?state=PROPOSED');
  expect(await screen.findByText(/1 pair is kept as proposals. Nobody has been told./)).toBeInTheDocument();
  expect(kept[0]?.input.pairs).toEqual([{ placementRequestId: 'q1', capacityOfferId: 'o1', isLocked: true }]);
});

const placesToTry = () =>
  answer(PlacesToTryDocument, {
    __typename: 'Query',
    professions: {
      __typename: 'ProfessionConnection',
      nodes: [{ __typename: 'Profession', id: 'p1', code: 'DT', name: 'Dietitian' }],
    },
    match: {
      __typename: 'MatchPlan',
      offered: [
        {
          __typename: 'PlaceMatched',
          capacityOfferId: 'o1',
          placementSiteId: 's1',
          siteName: 'Example Site',
          hostId: 'h1',
          hostName: 'Example Trust',
          supervisorId: 'u1',
          supervisorName: 'Example Supervisor',
          professionCode: 'DT',
          startsOn: '2027-01-04',
          endsOn: '2027-06-30',
        },
      ],
    },
  });

test('what is tried out stands in the address, side by side with today', async () => {
  const asked: MatchQueryVariables[] = [];
  placesToTry();
  plansAre(asked, (whatIf) =>
    whatIf === null || whatIf === undefined
      ? planOf()
      : planOf({
          pairs: [
            pairOf({ startsOn: '2027-01-04' }),
            pairOf({
              returner: {
                __typename: 'MatchReturner',
                placementRequestId: 'q2',
                returnerId: 'r2',
                name: 'Example Returner 13',
                fieldOfPractice: 'dietetics',
                waitedDays: 5,
              },
            }),
          ],
          unmatched: [],
          totals: { __typename: 'MatchTotals', placed: 2, waitedDays: 25, changes: 0, costPoints: 20 },
        }),
  );
  const { user, address } = renderAt('/what-if');
  expect(await screen.findByText(/This is today’s plan/)).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText('Everybody travels longer'), '15 minutes more');
  await user.selectOptions(screen.getByLabelText('A site is lost'), 'Example Site, Example Trust');
  await user.click(screen.getByRole('button', { name: /Leave out.*A site is lost/ }));
  await user.selectOptions(screen.getByLabelText('There are more supervisors'), 'Example Site, Example Trust');
  await user.selectOptions(screen.getByLabelText('Of which profession'), 'Dietitian');
  await user.click(screen.getByRole('button', { name: 'Add them' }));
  expect(address()).toBe('/what-if?travel=15&without=s1&add=s1.DT.1.2027-01-04.2027-06-30');
  expect(await screen.findByText(/2 have a place instead of 1.*start 7 days sooner in all/)).toBeInTheDocument();
  expect(within(screen.getByRole('row', { name: /Returner 13/ })).getByText('Has a place now')).toBeInTheDocument();
  expect(within(screen.getByRole('row', { name: /Returner 12/ })).getByText('7 days sooner')).toBeInTheDocument();
  expect(asked.at(-1)?.whatIf).toMatchObject({
    moreTravelMinutes: 15,
    withoutSiteIds: ['s1'],
    morePlaces: [{ placementSiteId: 's1', professionCode: 'DT', places: 1 }],
  });
});

test('a supervisor, an organisation, a new site, another day and earlier dates are tried out too', async () => {
  const asked: MatchQueryVariables[] = [];
  placesToTry();
  plansAre(asked, () => planOf());
  const { user, address } = renderAt('/what-if');
  await user.selectOptions(await screen.findByLabelText('A supervisor is lost'), 'Example Supervisor, Example Site');
  await user.click(screen.getByRole('button', { name: /Leave out.*A supervisor is lost/ }));
  await user.selectOptions(screen.getByLabelText('An organisation is lost'), 'Example Trust');
  await user.click(screen.getByRole('button', { name: /Leave out.*An organisation is lost/ }));
  await user.selectOptions(screen.getByLabelText('Everybody can come on one more day'), 'Tuesday');
  await user.selectOptions(screen.getByLabelText('Everybody could start earlier'), '2 weeks earlier');
  await user.selectOptions(screen.getByLabelText('There are more supervisors'), 'A new site or organisation');
  await user.selectOptions(screen.getByLabelText('Of which profession'), 'Dietitian');
  await user.type(screen.getByLabelText('First half of its postcode'), 'nowhere');
  await user.click(screen.getByRole('button', { name: 'Add them' }));
  expect(screen.getByText(/Enter the first half of a postcode/)).toBeInTheDocument();
  await user.clear(screen.getByLabelText('First half of its postcode'));
  await user.type(screen.getByLabelText('First half of its postcode'), 'ls6');
  await user.click(screen.getByRole('button', { name: 'Add them' }));
  expect(address()).toBe(
    '/what-if?earlier=14&day=2&without-supervisor=u1&without-host=h1&add=new-LS6.DT.1.2027-01-04.2027-06-30',
  );
  expect(screen.getByRole('button', { name: /Remove.*1 more at a new site in LS6/ })).toBeInTheDocument();
  await expect
    .poll(() => asked.at(-1)?.whatIf)
    .toMatchObject({
      withoutSupervisorIds: ['u1'],
      withoutHostIds: ['h1'],
      moreWeekdays: [2],
      earlierStartDays: 14,
      morePlaces: [{ placementSiteId: null, districtCode: 'LS6', professionCode: 'DT', places: 1 }],
    });
  await user.click(screen.getByRole('button', { name: /Remove.*Example Supervisor/ }));
  expect(address()).not.toContain('without-supervisor');
});

test('a proposal is offered from the list by one press', async () => {
  const asked: PlacementsQueryVariables[] = [];
  placementsAre([placementOf({ state: 'PROPOSED', viewerActions: ['OFFER', 'WITHDRAW'] })], asked);
  answer(OfferPlacementDocument, ({ input }): OfferPlacementMutation => {
    expect(input).toMatchObject({ placementId: 'pl1', expectedVersion: 2 });
    return {
      __typename: 'Mutation',
      offerPlacement: {
        __typename: 'PlacementOffered',
        placement: placementOf({ version: 3, expiresOn: '2026-12-05', viewerActions: ['WITHDRAW'] }),
      },
    };
  });
  const { user } = renderAt('/placements');
  await user.click(await screen.findByRole('button', { name: /Offer this place to Example Returner/ }));
  expect(await screen.findByText(/Offered to Example Returner and Example Site/)).toBeInTheDocument();
  expect(screen.getByText('Answer by 5 December 2026')).toBeInTheDocument();
  expect(asked[0]?.filter).toEqual({ isLive: true });
});

test('an agreed placement comes with its days for the calendar', async () => {
  answer(OnePlacementDocument, {
    __typename: 'Query',
    placement: {
      ...placementOf({ state: 'ACCEPTED', viewerActions: [] }),
      describedAs: 'returning to dietetics',
      ...withoutSignatures,
      isLocked: false,
      travel: { __typename: 'MatchTravel', minutes: 35, plusMinus: 9, origin: 'ESTIMATE' },
      movedFrom: null,
      learningAgreement: null,
      proposedOn: '2026-11-20',
      offeredOn: '2026-11-21',
      returnerAcceptedOn: null,
      hostAcceptedOn: null,
      changedOn: '2026-11-21',
      returner: { __typename: 'Returner', id: 'r1' },
    },
  });
  renderAt('/placements/pl1');
  expect(await screen.findByRole('link', { name: /into your calendar/ })).toHaveAttribute(
    'href',
    '/downloads/placements/pl1.ics',
  );
});

test('only what may be done with a placement is offered, and a refusal is told', async () => {
  answer(OnePlacementDocument, {
    __typename: 'Query',
    placement: {
      ...placementOf({ viewerActions: ['WITHDRAW', 'MOVE'] }),
      describedAs: 'returning to dietetics',
      ...withoutSignatures,
      isLocked: false,
      travel: { __typename: 'MatchTravel', minutes: 35, plusMinus: 9, origin: 'ESTIMATE' },
      movedFrom: null,
      learningAgreement: null,
      proposedOn: '2026-11-20',
      offeredOn: '2026-11-21',
      returnerAcceptedOn: null,
      hostAcceptedOn: null,
      changedOn: '2026-11-21',
      returner: { __typename: 'Returner', id: 'r1' },
    },
  });
  answer(WithdrawPlacementDocument, (): WithdrawPlacementMutation => ({
    __typename: 'Mutation',
    withdrawPlacement: {
      __typename: 'WithdrawPlacementRefused',
      refusals: [
        {
          __typename: 'RuleRefusal',
          code: 'RULE_NOT_MET',
          path: [],
          message: 'It has begun.',
          help: 'End it early instead.',
          rule: 'X',
        },
      ],
    },
  }));
  const { user } = renderAt('/placements/pl1');
  await user.click(await screen.findByRole('button', { name: 'Do it' }));
  expect(screen.getByRole('link', { name: 'Choose what to do' })).toBeInTheDocument();
  expect(screen.queryByLabelText('It has begun')).not.toBeInTheDocument();
  await user.click(screen.getByLabelText('Take it back'));
  await user.click(screen.getByRole('button', { name: 'Do it' }));
  expect(await screen.findByText('It has begun. End it early instead.')).toBeInTheDocument();
});

test('the capacity board marks what is stale and who entered it, and an offer is confirmed by one press', async () => {
  const asked: CapacityBoardQueryVariables[] = [];
  answer(CapacityBoardDocument, (variables): CapacityBoardQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      professions: {
        __typename: 'ProfessionConnection',
        nodes: [{ __typename: 'Profession', id: 'p1', code: 'DT', name: 'Dietitian' }],
      },
      siteQuestions: {
        __typename: 'SiteQuestionConnection',
        countUpTo1000: 1,
        nodes: [
          {
            __typename: 'SiteQuestion',
            id: 'k1',
            askedOn: '2026-11-02',
            escalatesOn: '2026-11-16',
            isOverdue: true,
            profession: { __typename: 'Profession', id: 'p1', name: 'Dietitian' },
            site: { __typename: 'PlacementSite', id: 's9', name: 'Asked Place' },
            host: { __typename: 'Host', id: 'h9', name: 'Asked Trust' },
          },
        ],
      },
      capacityOffers: {
        __typename: 'CapacityOfferConnection',
        countUpTo1000: 1,
        nodes: [capacityOfferOf()],
        pageInfo: onePage,
      },
    };
  });
  answer(ConfirmCapacityOfferDocument, ({ input }): ConfirmCapacityOfferMutation => {
    expect(input).toMatchObject({ capacityOfferId: 'o1', expectedVersion: 4 });
    return {
      __typename: 'Mutation',
      confirmCapacityOffer: {
        __typename: 'CapacityOfferConfirmed',
        capacityOffer: capacityOfferOf({ version: 5, standing: 'CONFIRMED', confirmedOn: '2026-11-21' }),
      },
    };
  });
  const { user } = renderAt('/capacity?asked=stale');
  const row = within(await screen.findByRole('row', { name: /Example Site/ }));
  expect(row.getByText('Ask again')).toBeInTheDocument();
  expect(row.getByText('1 of 2 taken')).toBeInTheDocument();
  expect(row.getByText(/1 Oct 2026 by Example Coordinator, for the site/)).toBeInTheDocument();
  expect(asked.at(-1)?.filter).toEqual({ confirmedUntil: '2026-10-10' });
  expect(await screen.findByText('Ask them now')).toBeInTheDocument();
  await user.click(row.getByRole('button', { name: /Confirm the offer of Example Site for Dietitian/ }));
  expect(await screen.findByText(/21 Nov 2026 by Example Coordinator/)).toBeInTheDocument();
});

test('places are entered on a site’s behalf; a no needs its reason', async () => {
  const added: AddCapacityOfferMutationVariables[] = [];
  answer(SiteForCapacityDocument, {
    __typename: 'Query',
    professions: {
      __typename: 'ProfessionConnection',
      nodes: [{ __typename: 'Profession', id: 'p1', code: 'DT', name: 'Dietitian' }],
    },
    placementSite: {
      __typename: 'PlacementSite',
      id: 's1',
      name: 'Example Site',
      host: {
        __typename: 'Host',
        id: 'h1',
        name: 'Example Trust',
        viewerMayManage: true,
        region: {
          __typename: 'Region',
          id: 'reg1',
          boards: {
            __typename: 'IntegratedCareBoardConnection',
            nodes: [{ __typename: 'IntegratedCareBoard', id: 'b1', name: 'Example Board', closedOn: null }],
          },
        },
        supervisors: { __typename: 'SupervisorConnection', countUpTo1000: 0, nodes: [] },
      },
    },
  });
  answer(AddCapacityOfferDocument, (variables): AddCapacityOfferMutation => {
    added.push(variables);
    return {
      __typename: 'Mutation',
      addCapacityOffer: {
        __typename: 'AddCapacityOfferRefused',
        refusals: [
          {
            __typename: 'RuleRefusal',
            code: 'VALUE_INVALID',
            path: ['input', 'endsOn'],
            message: 'It ends before it starts.',
            help: 'Check the two days.',
            rule: null,
          },
        ],
      },
    };
  });
  const { user } = renderAt('/capacity/add?site=s1');
  await user.selectOptions(await screen.findByLabelText('Profession'), 'Dietitian');
  await user.click(screen.getByLabelText('No'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  for (const name of ['Choose why not', 'Enter the first day', 'Enter the last day']) {
    expect(screen.getByRole('link', { name })).toBeInTheDocument();
  }
  await user.click(screen.getByLabelText('All places are taken'));
  for (const [name, year] of [
    ['First day', '2027'],
    ['Last day', '2026'],
  ] as const) {
    const date = within(screen.getByRole('group', { name }));
    await user.type(date.getByLabelText('Day'), '1');
    await user.type(date.getByLabelText('Month'), '2');
    await user.type(date.getByLabelText('Year'), year);
  }
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('link', { name: /It ends before it starts/ })).toHaveAttribute('href', '#endsOn-day');
  expect(added[0]?.input).toMatchObject({
    placementSiteId: 's1',
    professionCode: 'DT',
    answer: 'NO',
    noReason: 'FULL',
    startsOn: '2027-02-01',
  });
});

test('the organisations of the coordinator’s own region come first', async () => {
  const asked: HostsQueryVariables[] = [];
  answer(HostRegionsDocument, {
    __typename: 'Query',
    regions: {
      __typename: 'RegionConnection',
      nodes: [
        { __typename: 'Region', id: 'reg1', code: 'Y56', name: 'London' },
        { __typename: 'Region', id: 'reg2', code: 'Y62', name: 'North West' },
      ],
    },
  });
  answer(HostsDocument, (variables): HostsQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      hosts: { __typename: 'HostConnection', countUpTo1000: 0, nodes: [], pageInfo: onePage },
    };
  });
  const { user, address } = renderAt('/hosts');
  await expect.poll(() => asked[0]?.filter).toEqual({ regionCode: 'Y56' });
  await user.selectOptions(await screen.findByLabelText('Region'), 'All regions');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(address()).toBe('/hosts?region=ALL');
  await expect.poll(() => asked.at(-1)?.filter).toEqual({});
});

test('a supervisor who may not supervise yet has every reason and the day from which it is met', async () => {
  answer(OneHostDocument, {
    __typename: 'Query',
    host: {
      __typename: 'Host',
      id: 'h1',
      name: 'Example Trust',
      kind: 'NHS_TRUST',
      odsCode: null,
      contactName: null,
      contactEmail: null,
      contactPhone: null,
      viewerMayManage: true,
      viewerMayGiveRoles: true,
      region: { __typename: 'Region', id: 'reg1', name: 'London' },
      sites: {
        __typename: 'PlacementSiteConnection',
        countUpTo1000: 0,
        nodes: [],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
      supervisors: {
        __typename: 'SupervisorConnection',
        countUpTo1000: 67,
        pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'after-50' },
        nodes: [
          {
            __typename: 'Supervisor',
            id: 'u1',
            version: 1,
            scope: [],
            registered: [{ __typename: 'RegistrationSpan', from: '2024-06-01', until: null }],
            adviceRecordedOn: null,
            signOffAddress: null,
            proceedings: [],
            displayName: 'Example Supervisor',
            atOnceAtMost: 1,
            weekdays: [1, 2, 3],
            checkedOn: null,
            checkedBy: null,
            checkAgainBy: null,
            seen: null,
            profession: { __typename: 'Profession', id: 'p1', code: 'DT', name: 'Dietitian' },
            eligibility: {
              __typename: 'SupervisorDecision',
              isEligible: false,
              eligibleFrom: '2027-06-01',
              notes: [],
              reasons: [
                {
                  __typename: 'SupervisorReason',
                  isMet: false,
                  message: 'On the Register for two years only.',
                  metFrom: '2027-06-01',
                  rule: {
                    __typename: 'CitedRule',
                    key: 'THREE_YEARS',
                    title: 'Three years',
                    explanation: 'Three years on the Register.',
                    assumed: false,
                    inForceFrom: null,
                    sources: [],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  });
  renderAt('/hosts/h1?sitesAfter=after-10');
  expect(await screen.findByText('May not yet')).toBeInTheDocument();
  expect(screen.getByText('1 of 67 supervisors are shown here, by name.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Next page of supervisors' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\?sitesAfter=after-10&supervisorsAfter=after-50$/),
  );
  expect(screen.getByText(/Every condition is met from 1 June 2027/)).toBeInTheDocument();
  expect(screen.getByText(/Nobody has looked them up on the Register yet.*Look now/)).toBeInTheDocument();
  expect(screen.getByText(/On the Register for two years only/)).toBeInTheDocument();
});

test('the map says the same as its table, and names districts, never homes', async () => {
  const point = {
    __typename: 'PlacementMapPoint' as const,
    latitude: 51.5,
    longitude: -0.1,
    waiting: 0,
    freePlaces: 0,
  };
  answer(PlacementMapDocument, {
    __typename: 'Query',
    placementMap: {
      __typename: 'PlacementMap',
      waiting: 141,
      waitingElsewhere: 1,
      freePlaces: 2,
      points: [
        { ...point, placeId: 'd1', kind: 'DISTRICT', name: 'ZZ1', postcode: null, waiting: 140 },
        {
          ...point,
          placeId: 's1',
          kind: 'SITE',
          name: 'Example Site',
          postcode: 'ZZ2 1ZZ',
          latitude: 51.6,
          freePlaces: 2,
        },
      ],
    },
  });
  renderAt('/placement-map');
  expect(await screen.findByRole('img', { name: /Map of dots/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: 'District ZZ1 140 –' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: 'Example Site, ZZ2 1ZZ – 2' })).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent(
    '141 returners wait; 2 places free. All of them are shown, but for 1 returner whose home district we do not know.',
  );
});

test('a returner has no way into the rooms of a coordinator', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example Returner', role: 'RETURNER', roles: ['RETURNER'] });
  renderAt('/matching?run=yes');
  expect(await screen.findByRole('heading', { level: 1 })).not.toHaveTextContent('Matching room');
});

const refusedFor = (path: string, message: string) => ({
  __typename: 'RuleRefusal' as const,
  code: 'RULE_NOT_MET' as const,
  path: [path],
  message,
  help: 'Look again.',
  rule: null,
});
const areaIs = () =>
  answer(TrustsToHostDocument, {
    __typename: 'Query',
    regions: {
      __typename: 'RegionConnection',
      nodes: ['London', 'Midlands'].map((name) => ({
        __typename: 'Region',
        id: name,
        name,
        trusts: {
          __typename: 'TrustConnection',
          countUpTo1000: 1,
          nodes: [{ __typename: 'Trust', id: `t-${name}`, name: `Example Trust of ${name}` }],
        },
      })),
    },
  });
/** Adds are refused once, and then done. */
const hostsAreAdded = (refusal: ReturnType<typeof refusedFor>) => {
  const inputs: AddHostMutationVariables['input'][] = [];
  answer(AddHostDocument, ({ input }): AddHostMutation => {
    inputs.push(input);
    return {
      __typename: 'Mutation',
      addHost:
        inputs.length === 1
          ? { __typename: 'AddHostRefused', refusals: [refusal] }
          : { __typename: 'HostAdded', host: { __typename: 'Host', id: 'h9', name: 'Example Host' } },
    };
  });
  return inputs;
};

test('a trust is put on the list from those of the own region, with what the published list knows', async () => {
  areaIs();
  const inputs = hostsAreAdded(refusedFor('trustId', 'This trust is on the list already.'));
  const { user, address } = renderAt('/hosts/add');
  await user.click(await screen.findByRole('button', { name: 'Add the organisation' }));
  expect(screen.getByRole('link', { name: 'Choose what kind of organisation it is' })).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'NHS trust' }));
  await user.click(screen.getByRole('button', { name: 'Add the organisation' }));
  expect(screen.getByRole('link', { name: 'Choose the trust' })).toHaveAttribute('href', '#trustId');
  expect(screen.queryByRole('option', { name: 'Example Trust of Midlands' })).not.toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText('Which trust?'), 'Example Trust of London');
  await user.click(screen.getByRole('button', { name: 'Add the organisation' }));
  expect(await screen.findByRole('link', { name: /This trust is on the list already/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Add the organisation' }));
  await expect.poll(address).toBe('/hosts/h9');
  expect(inputs[1]).toMatchObject({ trustId: 't-London', kind: null, name: null, postcode: null });
});

test('every other kind of organisation is put on the list by its name and postcode', async () => {
  areaIs();
  const inputs = hostsAreAdded(refusedFor('postcode', 'We do not know this postcode.'));
  const { user, address } = renderAt('/hosts/add');
  const kinds = (await screen.findAllByRole('radio')).map((radio) => radio.getAttribute('value'));
  expect(kinds).toEqual([
    'NHS_TRUST',
    'GENERAL_PRACTICE',
    'INDEPENDENT',
    'SOCIAL_CARE',
    'LOCAL_GOVERNMENT',
    'CHARITY',
    'UNIVERSITY',
  ]);
  await user.click(screen.getByRole('radio', { name: 'General practice' }));
  await user.click(screen.getByRole('button', { name: 'Add the organisation' }));
  expect(screen.getByRole('link', { name: 'Enter the name of the organisation' })).toHaveAttribute('href', '#name');
  await user.type(screen.getByLabelText('Name of the organisation'), 'Example Practice');
  await user.type(screen.getByLabelText('Postcode of its first site'), 'ZZ1 1ZZ');
  await user.click(screen.getByRole('button', { name: 'Add the organisation' }));
  expect(await screen.findByRole('link', { name: /We do not know this postcode/ })).toHaveAttribute(
    'href',
    '#postcode',
  );
  await user.click(screen.getByRole('button', { name: 'Add the organisation' }));
  await expect.poll(address).toBe('/hosts/h9');
  expect(inputs[1]).toMatchObject({
    trustId: null,
    kind: 'GENERAL_PRACTICE',
    name: 'Example Practice',
    postcode: 'ZZ1 1ZZ',
  });
});

test('a site is added to an organisation, and what the server refuses stands at its field', async () => {
  answer(HostForSiteDocument, {
    __typename: 'Query',
    host: { __typename: 'Host', id: 'h1', name: 'Example Trust', viewerMayManage: true },
  });
  const inputs: AddPlacementSiteMutationVariables['input'][] = [];
  answer(AddPlacementSiteDocument, ({ input }): AddPlacementSiteMutation => {
    inputs.push(input);
    return {
      __typename: 'Mutation',
      addPlacementSite:
        inputs.length === 1
          ? {
              __typename: 'AddPlacementSiteRefused',
              refusals: [refusedFor('postcode', 'We do not know this postcode.')],
            }
          : {
              __typename: 'PlacementSiteAdded',
              placementSite: { __typename: 'PlacementSite', id: 's9', name: 'Example Clinic' },
            },
    };
  });
  const { user, address } = renderAt('/hosts/h1/sites/add');
  await user.click(await screen.findByRole('button', { name: 'Add the site' }));
  expect(screen.getByRole('link', { name: 'Enter the name of the site' })).toHaveAttribute('href', '#name');
  await user.type(screen.getByLabelText('Name of the site'), 'Example Clinic');
  await user.type(screen.getByLabelText('Postcode'), 'ZZ2 1ZZ');
  await user.click(screen.getByRole('button', { name: 'Add the site' }));
  expect(await screen.findByRole('link', { name: /We do not know this postcode/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Add the site' }));
  await expect.poll(address).toBe('/hosts/h1');
  expect(inputs[1]).toMatchObject({ hostId: 'h1', name: 'Example Clinic', postcode: 'ZZ2 1ZZ' });
});
