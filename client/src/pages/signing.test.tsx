import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import {
  AskSignOffDocument,
  DisownSignatureDocument,
  RenewSignOffLinkDocument,
  SheetToSignDocument,
  SignaturesDocument,
  SignByLinkDocument,
  SignOffToSettleDocument,
  TakeBackSignatureDocument,
  ToSignDocument,
  type AskedSignOffFieldsFragment,
  type AskSignOffMutation,
  type AskSignOffMutationVariables,
  type DisownSignatureMutation,
  type DisownSignatureMutationVariables,
  type RenewSignOffLinkMutation,
  type RenewSignOffLinkMutationVariables,
  type SheetToSignQuery,
  type SignaturesQuery,
  type SignByLinkMutation,
  type SignByLinkMutationVariables,
  type SignOffToSettleQuery,
  type TakeBackSignatureMutation,
  type TakeBackSignatureMutationVariables,
  type ToSignQuery,
} from '../generated/graphql.ts';
import { answer, mockServer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const day = (n: number) => ({
  __typename: 'SignOffDay' as const,
  loggedDayId: `day-${n}`,
  version: n,
  onDate: `2026-11-0${n}`,
  minutes: 420,
  state: 'WAITING' as const,
  comment: null,
});
const sheetIsThere = () =>
  answer(SheetToSignDocument, ({ token }): SheetToSignQuery => ({
    __typename: 'Query',
    signOffSheet:
      token === 'secret'
        ? {
            __typename: 'SignOffSheet',
            returnerName: 'Example Returner 12',
            describedAs: 'returning to dietetics',
            supervisorName: 'Example Supervisor',
            siteName: 'Example Site',
            activities: ['Home visits'],
            linkEndsAt: '2026-11-28T10:00:00Z',
            days: [day(2), day(3)],
            statement: {
              __typename: 'SignOffStatement',
              version: 1,
              confirms: ['The hours are right.'],
              doesNotConfirm: ['That anybody is competent.'],
            },
          }
        : null,
    signOffSheetEvidence:
      token === 'secret'
        ? [
            { ...file, evidenceId: 'one', title: 'A certificate', mayBeOpened: true },
            { ...file, evidenceId: 'two', title: 'A photo', mayBeOpened: false },
          ]
        : [],
  }));
const file = { __typename: 'EvidenceBehindLink' as const, kind: 'PDF' as const, bytes: 2048 };

test('whoever holds the link saves what is filed with the days, and the secret goes in the body alone', async () => {
  sheetIsThere();
  const asked: [string, unknown][] = [];
  mockServer.use(
    http.post('*/downloads/evidence/:id', async ({ request }) => {
      asked.push([new URL(request.url).pathname, await request.json()]);
      return new HttpResponse(null, { status: 404 });
    }),
  );
  const { user } = renderAt('/sign-off/link#secret');
  await screen.findByRole('heading', { name: 'Evidence that was filed with these days: 2 files' });
  expect(screen.getByText(/A photo/)).toHaveTextContent('cannot be opened');
  await user.click(screen.getByRole('button', { name: /Save.*A certificate/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The link may have ended');
  expect(asked).toEqual([['/downloads/evidence/one', { token: 'secret' }]]);
});

test('a supervisor sees all days and what is signed, and sends one back with a comment', async () => {
  const sent: SignByLinkMutationVariables[] = [];
  sheetIsThere();
  answer(SignByLinkDocument, (variables): SignByLinkMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      settleSignOffByLink: { __typename: 'SignOffSettledByLink', state: 'PARTLY_SIGNED' },
    };
  });
  const { user } = renderAt('/sign-off/link#secret');
  await screen.findByText('That anybody is competent.');
  await user.click(screen.getByRole('checkbox', { name: /2 November 2026/ }));
  await user.click(screen.getByRole('button', { name: 'Sign, and send the others back' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Say what is wrong with 2 November 2026');
  await user.type(screen.getByRole('textbox', { name: 'What is wrong with 2 November 2026?' }), 'Half a day.');
  await user.click(screen.getByRole('button', { name: 'Sign, and send the others back' }));
  await screen.findByRole('heading', { level: 1, name: 'Thank you. The days are signed' });
  expect(sent[0]?.input).toMatchObject({
    token: 'secret',
    wordingVersion: 1,
    days: [
      { loggedDayId: 'day-2', version: 2, isConfirmed: false, comment: 'Half a day.' },
      { loggedDayId: 'day-3', version: 3, isConfirmed: true, comment: null },
    ],
  });
});

test('a link that does not work shows nothing and says what to do', async () => {
  sheetIsThere();
  renderAt('/sign-off/link#forged');
  await screen.findByRole('heading', { level: 1, name: 'This link does not work' });
  expect(screen.queryByText(/Example Returner/)).toBeNull();
});

test('whoever is named says that it was not them', async () => {
  const sent: DisownSignatureMutationVariables[] = [];
  answer(DisownSignatureDocument, (variables): DisownSignatureMutation => {
    sent.push(variables);
    return { __typename: 'Mutation', disownSignature: { __typename: 'SignatureDisowned', state: 'TAKEN_BACK' } };
  });
  const { user } = renderAt('/sign-off/not-me#secret');
  await user.click(await screen.findByRole('button', { name: 'It was not me' }));
  await screen.findByRole('heading', { level: 1, name: 'The signature does not count any more' });
  expect(sent).toMatchObject([{ input: { token: 'secret' } }]);
});

test('a link that has ended is sent anew, to the confirmed address', async () => {
  sheetIsThere();
  const sent: RenewSignOffLinkMutationVariables[] = [];
  answer(RenewSignOffLinkDocument, (variables): RenewSignOffLinkMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      renewSignOffLink: { __typename: 'SignOffLinkRenewed', linkSentOn: '2026-11-21' },
    };
  });
  const { user } = renderAt('/sign-off/link#ended');
  await user.click(await screen.findByRole('button', { name: 'Send me a new link' }));
  await screen.findByRole('heading', { level: 1, name: 'A new link is on its way' });
  expect(sent).toMatchObject([{ input: { token: 'ended' } }]);
});

const homeIs = (waiting: ToSignQuery['signOffsToDo']) =>
  answer(ToSignDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      supervisors: [
        {
          __typename: 'Supervisor',
          id: 'u1',
          displayName: 'Example Supervisor',
          signOffAddress: null,
          checkedOn: '2026-10-01',
          checkAgainBy: '2027-04-01',
          scope: ['Home visits'],
          host: {
            __typename: 'Host',
            id: 'h1',
            name: 'Example Trust',
            contactName: 'Example Contact',
            contactEmail: 'contact@example.invalid',
          },
          profession: { __typename: 'Profession', id: 'f1', name: 'Dietitians' },
          eligibility: {
            __typename: 'SupervisorDecision',
            isEligible: true,
            eligibleFrom: '2026-11-21',
            reasons: [
              {
                __typename: 'SupervisorReason',
                isMet: true,
                message: 'On the Register since 1 January 2015.',
                rule: { __typename: 'CitedRule', key: 'SUPERVISOR_ON_REGISTER' },
              },
            ],
          },
        },
      ],
    },
    signOffsToDo: waiting,
    placements: { __typename: 'PlacementConnection', countUpTo1000: 0, nodes: [] },
    assessments: { __typename: 'AssessmentConnection', countUpTo1000: 1 },
    signOffs: { __typename: 'SignOffConnection', countUpTo1000: 0, nodes: [] },
  });

test('a supervisor sees who is held up, and until when their own check is good', async () => {
  viewerIs({ isSignedIn: true, role: 'SUPERVISOR', roles: ['SUPERVISOR'], displayName: 'Example Supervisor' });
  homeIs([
    {
      __typename: 'SignOffToDo',
      signOffId: 's1',
      returnerName: 'Example Returner 12',
      siteName: 'Example Site',
      askedOn: '2026-11-20',
      days: 2,
      minutes: 840,
      isBlocked: true,
    },
  ]);
  renderAt('/to-sign');
  expect(await screen.findByRole('link', { name: /^Example Returner 12/ })).toHaveAttribute('href', '/to-sign/s1');
  expect(screen.getByText('Holds them up')).toBeInTheDocument();
  expect(screen.getByText(/1 April 2027/)).toBeInTheDocument();
  expect(screen.getByText(/your signature is provisional/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Assessments of your returners' })).toHaveAttribute('href', '/assessments');
});

const answeredSignOff: NonNullable<SignOffToSettleQuery['signOff']> = {
  __typename: 'SignOff',
  id: 's1',
  version: 4,
  state: 'SIGNED',
  from: '2026-11-02',
  until: '2026-11-08',
  returnerName: 'Example Returner 12',
  siteName: 'Example Site',
  activities: [],
  signedAt: '2026-11-09T10:00:00Z',
  signedBy: 'Example Supervisor',
  agreedText: 'The hours are right.',
  isProvisional: false,
  takenBackOn: null,
  viewerActions: ['TAKE_BACK'],
  days: [{ ...day(2), state: 'SIGNED' }],
  evidence: [],
  statement: { __typename: 'SignOffStatement', version: 1, confirms: [], doesNotConfirm: [] },
};

test('a signature is taken back with its reason, as it was seen', async () => {
  viewerIs({ isSignedIn: true, role: 'SUPERVISOR', roles: ['SUPERVISOR'], displayName: 'Example Supervisor' });
  homeIs([]);
  answer(SignOffToSettleDocument, { __typename: 'Query', signOff: answeredSignOff });
  const sent: TakeBackSignatureMutationVariables[] = [];
  answer(TakeBackSignatureDocument, (variables): TakeBackSignatureMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      takeBackSignature: {
        __typename: 'SignatureTakenBack',
        signOff: {
          __typename: 'SignOff',
          id: 's1',
          version: 5,
          state: 'TAKEN_BACK',
          takenBackOn: '2026-11-21',
          viewerActions: [],
        },
      },
    };
  });
  const { user } = renderAt('/to-sign/s1');
  await user.click(await screen.findByRole('button', { name: 'Take the signature back' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Say why');
  await user.click(screen.getByRole('radio', { name: /by mistake/ }));
  await user.click(screen.getByRole('button', { name: 'Take the signature back' }));
  await screen.findByText(/The signature is taken back/);
  expect(sent[0]?.input).toMatchObject({ signOffId: 's1', expectedVersion: 4, reason: 'MISTAKE' });
});

const asked: AskedSignOffFieldsFragment = {
  __typename: 'SignOff',
  id: 's2',
  version: 1,
  state: 'ASKED',
  from: '2026-11-02',
  until: '2026-11-08',
  askedOn: '2026-11-09',
  activities: [],
  supervisorName: 'Example Supervisor',
  siteName: 'Example Site',
  linkSentOn: '2026-11-09',
  linkEndsAt: '2026-11-16T10:00:00Z',
  isProvisional: false,
  viewerActions: ['NUDGE', 'WITHDRAW'],
  days: [day(2)],
};
const signaturesAre = (signOffs: readonly AskedSignOffFieldsFragment[], frozenFrom: string | null = null) =>
  answer(SignaturesDocument, (): SignaturesQuery => ({
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        signedPractice: {
          __typename: 'SignedPractice',
          signedMinutes: 420,
          provisionalMinutes: 840,
          waitingMinutes: 0,
          unsignedMinutes: 600,
          outsideMinutes: 120,
          unsignedOn: ['2026-11-10', '2026-11-12', '2026-11-19'],
        },
        placements: {
          __typename: 'PlacementConnection',
          nodes: [
            {
              __typename: 'Placement',
              id: 'p1',
              state: 'STARTED',
              startsOn: '2026-10-05',
              endsOn: '2027-01-31',
              supervisorNow: {
                __typename: 'PlacementSupervisor',
                name: 'Example Supervisor',
                scope: ['Clinics', 'Home visits'],
                frozenFrom,
              },
              site: { __typename: 'PlacementSite', id: 'x1', name: 'Example Site' },
            },
          ],
        },
        signOffs: { __typename: 'SignOffConnection', countUpTo1000: signOffs.length, nodes: [...signOffs] },
      },
    },
  }));

test('a returner asks about the earliest week with unsigned days in one press, and says what was done', async () => {
  viewerIs({ isSignedIn: true, role: 'RETURNER', roles: ['RETURNER'], today: '2026-11-21' });
  signaturesAre([]);
  const sent: AskSignOffMutationVariables[] = [];
  answer(AskSignOffDocument, (variables): AskSignOffMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      askSignOff: {
        __typename: 'SignOffAsked',
        signOff: { __typename: 'SignOff', id: 's9', supervisorName: 'Example Supervisor', linkSentOn: '2026-11-21' },
      },
    };
  });
  const { user } = renderAt('/log/signatures');
  expect(await screen.findByText('14 hours')).toBeInTheDocument();
  // days outside a placement are told apart
  expect(screen.getByText('8 hours')).toBeInTheDocument();
  expect(screen.getByText('2 hours')).toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'Home visits' }));
  await user.click(screen.getByRole('button', { name: 'Ask for a signature' }));
  await screen.findByText('Example Supervisor is asked, by a link that works for 7 days.');
  expect(sent[0]?.input).toMatchObject({
    placementId: 'p1',
    from: '2026-11-09',
    until: '2026-11-15',
    activities: ['Home visits'],
  });
});

test('a link that has ended is said so, with the way out; a frozen supervisor too', async () => {
  viewerIs({ isSignedIn: true, role: 'RETURNER', roles: ['RETURNER'], today: '2026-11-21' });
  signaturesAre([asked], '2026-11-18');
  renderAt('/log/signatures');
  expect(await screen.findByText(/Their link ended on 16 November 2026/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^Send a new link/ })).toBeInTheDocument();
  expect(screen.getByText(/No supervised day can be logged under them from 18 November 2026/)).toBeInTheDocument();
});
