import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  ConfirmCapacityOfferDocument,
  DeclinePlacementDocument,
  GiveHostRoleDocument,
  HostMembersDocument,
  OnePlacementDocument,
  PlacementAttendanceDocument,
  ReportAttendanceDocument,
  SiteHomeDocument,
  TakeHostRoleDocument,
  type DeclinePlacementMutation,
  type DeclinePlacementMutationVariables,
  type GiveHostRoleMutation,
  type GiveHostRoleMutationVariables,
  type HostMembersQuery,
  type ReportAttendanceMutation,
  type ReportAttendanceMutationVariables,
  type OnePlacementQuery,
  type SiteHomeQuery,
  type TakeHostRoleMutation,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { capacityOfferOf, placementOf, withoutSignatures } from '../testing/placement.ts';
import { renderAt } from '../testing/render-at.tsx';

const offered: NonNullable<OnePlacementQuery['placement']> = {
  ...placementOf({
    state: 'OFFERED',
    expiresOn: '2026-12-05',
    viewerActions: ['ACCEPT', 'DECLINE'],
    adjustments: ['EXTRA_BREAKS'],
  }),
  describedAs: 'returning to dietetics',
  ...withoutSignatures,
  isLocked: null,
  learningAgreement: null,
  proposedOn: '2026-11-20',
  offeredOn: '2026-11-21',
  returnerAcceptedOn: null,
  hostAcceptedOn: null,
  changedOn: '2026-11-21',
  travel: null,
  movedFrom: null,
  returner: null,
};

type Member = NonNullable<HostMembersQuery['host']>['members'][number];
const member: Member = {
  __typename: 'HostMember',
  displayName: 'Example Member',
  email: 'member@example.invalid',
  role: 'ORGANISATION_MEMBER',
  since: '2026-11-01',
  isInvited: false,
};

const waits = (changes: Partial<SiteHomeQuery> = {}) =>
  answer(SiteHomeDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      hosts: [
        {
          __typename: 'Host',
          id: 'h1',
          name: 'Example Trust',
          contactName: null,
          contactEmail: null,
          viewerMayGiveRoles: false,
          sites: {
            __typename: 'PlacementSiteConnection',
            countUpTo1000: 1,
            nodes: [{ __typename: 'PlacementSite', id: 's1', name: 'Example Site', confirmedOn: null }],
          },
          supervisors: {
            __typename: 'SupervisorConnection',
            countUpTo1000: 1,
            nodes: [{ __typename: 'Supervisor', id: 'u1', displayName: 'Example Supervisor', checkAgainBy: null }],
          },
        },
      ],
    },
    signOffs: { __typename: 'SignOffConnection', countUpTo1000: 0, nodes: [] },
    placements: {
      __typename: 'PlacementConnection',
      countUpTo1000: 2,
      nodes: [
        offered,
        {
          ...placementOf({ id: 'pl2', state: 'ACCEPTED', returnerName: 'Example Returner 14' }),
          checks: [
            {
              __typename: 'StartingCheck',
              id: 'c1',
              kind: 'INDUCTION',
              owner: 'SITE',
              state: 'TO_DO',
              dueOn: '2026-12-04',
            },
            {
              __typename: 'StartingCheck',
              id: 'c2',
              kind: 'IDENTITY',
              owner: 'RETURNER',
              state: 'TO_DO',
              dueOn: '2026-12-04',
            },
          ],
        },
      ],
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
          profession: { __typename: 'Profession', id: 'p1', fieldOfPractice: 'dietetics' },
          site: { __typename: 'PlacementSite', id: 's1', name: 'Example Site' },
        },
      ],
    },
    capacityOffers: {
      __typename: 'CapacityOfferConnection',
      countUpTo1000: 1,
      nodes: [capacityOfferOf()],
    },
    ...changes,
  });

beforeEach(() => {
  viewerIs({
    displayName: 'Example Organisation Member',
    isSignedIn: true,
    role: 'ORGANISATION_MEMBER',
    roles: ['ORGANISATION_MEMBER'],
    places: ['Example Trust'],
  });
});

test('the home of an organisation says what waits: offers, checks, places, and what is not said yet', async () => {
  waits();
  const { address } = renderAt('/my-home');
  const offers = await screen.findByRole('table', { name: 'Offers to answer' });
  expect(address()).toBe('/my-organisation');
  expect(within(offers).getByText('5 December 2026')).toBeInTheDocument();
  const checks = screen.getByRole('table', { name: 'Checks that wait for you' });
  expect(within(checks).getByRole('link', { name: 'Induction of Example Returner 14' })).toHaveAttribute(
    'href',
    '/placements/pl2/checks/c1',
  );
  // what the returner gets going waits for the returner
  expect(within(checks).queryByText('Who you are')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Enter places or a no for dietetics at Example Site' })).toHaveAttribute(
    'href',
    '/capacity/add?site=s1',
  );
  expect(screen.getByRole('link', { name: 'Name one person' })).toHaveAttribute('href', '/hosts/h1/contact');
  expect(screen.getByRole('link', { name: 'Confirm what is known of Example Site' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Members and their roles' })).not.toBeInTheDocument();
});

test('who administers an organisation is led to importing from a spreadsheet', async () => {
  waits();
  viewerIs({ isSignedIn: true, role: 'ORGANISATION_ADMINISTRATOR', roles: ['ORGANISATION_ADMINISTRATOR'] });
  renderAt('/my-organisation');
  expect(await screen.findByRole('link', { name: /^Import places or supervisors/ })).toHaveAttribute(
    'href',
    '/imports',
  );
});

test('one press confirms places, and what came of it is announced', async () => {
  waits();
  answer(ConfirmCapacityOfferDocument, {
    __typename: 'Mutation',
    confirmCapacityOffer: {
      __typename: 'CapacityOfferConfirmed',
      capacityOffer: capacityOfferOf({ version: 5, standing: 'CONFIRMED' }),
    },
  });
  const { user } = renderAt('/my-organisation');
  await user.click(await screen.findByRole('button', { name: /Confirm the offer of Example Site/ }));
  expect(await screen.findByText('The offer of Example Site is confirmed today.')).toHaveRole('status');
});

test('a site says no with a reason of its own list, and never sees the way from home', async () => {
  const declined: DeclinePlacementMutationVariables[] = [];
  waits();
  answer(OnePlacementDocument, { __typename: 'Query', placement: offered });
  answer(DeclinePlacementDocument, (variables): DeclinePlacementMutation => {
    declined.push(variables);
    return {
      __typename: 'Mutation',
      declinePlacement: {
        __typename: 'PlacementDeclined',
        placement: placementOf({ state: 'DECLINED', reason: 'NO_ROOM', version: 3 }),
      },
    };
  });
  const { user, address } = renderAt('/placements/pl1');
  await user.click(await screen.findByLabelText('Say no for the site'));
  expect(screen.getByText('More breaks')).toBeInTheDocument();
  expect(screen.queryByText('The way')).not.toBeInTheDocument();
  expect(screen.queryByLabelText('The way is too long')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Do it' }));
  expect(screen.getByRole('link', { name: 'Choose a reason' })).toBeInTheDocument();
  await user.click(screen.getByLabelText('There is no room after all'));
  await user.click(screen.getByRole('button', { name: 'Do it' }));
  await expect.poll(address).toBe('/my-organisation');
  expect(declined[0]?.input).toMatchObject({ placementId: 'pl1', reason: 'NO_ROOM' });
});

test('an administrator invites somebody, changes a role, and ends one only when asked twice', async () => {
  const given: GiveHostRoleMutationVariables[] = [];
  let taken = 0;
  const membersAre = (members: Member[]) => ({ __typename: 'Host' as const, id: 'h1', members });
  answer(HostMembersDocument, {
    __typename: 'Query',
    host: { ...membersAre([member]), name: 'Example Trust', viewerMayGiveRoles: true },
  });
  answer(GiveHostRoleDocument, (variables): GiveHostRoleMutation => {
    given.push(variables);
    return { __typename: 'Mutation', giveHostRole: { __typename: 'HostRoleGiven', host: membersAre([member]) } };
  });
  answer(TakeHostRoleDocument, (): TakeHostRoleMutation => {
    taken += 1;
    return { __typename: 'Mutation', takeHostRole: { __typename: 'HostRoleTaken', host: membersAre([]) } };
  });
  const { user } = renderAt('/hosts/h1/members');
  await user.click(await screen.findByRole('button', { name: 'Invite' }));
  expect(screen.getByRole('link', { name: 'Enter an e-mail address' })).toBeInTheDocument();
  await user.type(screen.getByLabelText('E-mail address at work'), 'new@example.invalid');
  await user.click(screen.getByRole('radio', { name: 'Supervisor' }));
  await user.click(screen.getByRole('button', { name: 'Invite' }));
  expect(await screen.findByText(/new@example.invalid is invited by mail/)).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText('Role of Example Member'), 'ORGANISATION_ADMINISTRATOR');
  await user.click(screen.getByRole('button', { name: 'Change the role of Example Member' }));
  await expect
    .poll(() => given.map(({ input }) => [input.role, input.insteadOf]))
    .toEqual([
      ['SUPERVISOR', null],
      ['ORGANISATION_ADMINISTRATOR', 'ORGANISATION_MEMBER'],
    ]);
  await user.click(screen.getByRole('button', { name: 'End the role of Example Member' }));
  expect(taken).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Yes, end it the role of Example Member' }));
  expect(await screen.findByText('The role of Example Member has ended.')).toBeInTheDocument();
  expect(taken).toBe(1);
});

test('who may not hand out roles finds no such page', async () => {
  answer(HostMembersDocument, {
    __typename: 'Query',
    host: { __typename: 'Host', id: 'h1', name: 'Example Trust', viewerMayGiveRoles: false, members: [] },
  });
  renderAt('/hosts/h1/members');
  expect(await screen.findByRole('heading', { level: 1, name: /not found/i })).toBeInTheDocument();
});

test('somebody of the site notes who was there, and says for how long', async () => {
  const sent: ReportAttendanceMutationVariables[] = [];
  answer(PlacementAttendanceDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', today: '2026-11-10' },
    placement: {
      __typename: 'Placement',
      id: 'p1',
      returnerName: 'Example Returner',
      state: 'STARTED',
      startsOn: '2026-11-02',
      endsOn: '2026-12-18',
      weekdays: [1, 3],
      site: { __typename: 'PlacementSite', id: 's1', name: 'Example Site' },
      attendance: [{ __typename: 'AttendedDay', onDate: '2026-11-02', wasThere: true, minutes: 450 }],
    },
  });
  answer(OnePlacementDocument, { __typename: 'Query', placement: { ...offered, state: 'STARTED', viewerActions: [] } });
  answer(ReportAttendanceDocument, (variables): ReportAttendanceMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      reportAttendance: {
        __typename: 'AttendanceReported',
        placement: { __typename: 'Placement', id: 'p1', attendance: [] },
      },
    };
  });
  const { user, address } = renderAt('/placements/p1/attendance');
  const day = within(await screen.findByRole('group', { name: 'Wednesday 4 November 2026' }));
  await user.click(screen.getByRole('button', { name: 'Note these days' }));
  expect(screen.getByRole('link', { name: 'Say it of at least one more day' })).toBeInTheDocument();
  await user.click(day.getByRole('radio', { name: 'Was there' }));
  await user.click(screen.getByRole('button', { name: 'Note these days' }));
  expect(screen.getByRole('link', { name: 'Enter the hours of 4 November 2026' })).toBeInTheDocument();
  await user.type(screen.getByLabelText('Hours on 4 November 2026'), '7.5');
  await user.click(screen.getByRole('button', { name: 'Note these days' }));
  expect(await screen.findByText('The day is noted.')).toBeInTheDocument();
  expect(address()).toBe('/placements/p1');
  expect(sent[0]?.input.days).toEqual([{ onDate: '2026-11-04', wasThere: true, minutes: 450 }]);
});
