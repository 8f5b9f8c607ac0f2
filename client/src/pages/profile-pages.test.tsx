import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  AskHcpcDocument,
  ChangeAnswersDocument,
  GiveConsentDocument,
  LetUniversityFollowDocument,
  ProfileDocument,
  RecordQuestionToHcpcDocument,
  SavedAnswersDocument,
  StopUniversityFollowingDocument,
  UniversitiesDocument,
  UpdateProfileDocument,
  type ChangeAnswersMutation,
  type ChangeAnswersMutationVariables,
  type GiveConsentMutation,
  type GiveConsentMutationVariables,
  type LetUniversityFollowMutation,
  type LetUniversityFollowMutationVariables,
  type ProfileFieldsFragment,
  type RecordQuestionToHcpcMutation,
  type SavedAnswersQuery,
  type UpdateProfileMutation,
  type UpdateProfileMutationVariables,
  type UniversitiesQuery,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';
import { profile, returnerIsIn } from '../testing/returner.ts';

let sent: UpdateProfileMutationVariables[] = [];

const profileIs = (known: ProfileFieldsFragment) =>
  answer(ProfileDocument, {
    __typename: 'Query',
    regions: {
      __typename: 'RegionConnection',
      nodes: [
        { __typename: 'Region', id: 'reg1', name: 'London' },
        { __typename: 'Region', id: 'reg2', name: 'North West' },
      ],
    },
    viewer: { __typename: 'Viewer', returner: known },
  });

const changeAnswers = (updateProfile: UpdateProfileMutation['updateProfile']) =>
  answer(UpdateProfileDocument, (variables): UpdateProfileMutation => {
    sent.push(variables);
    return { __typename: 'Mutation', updateProfile };
  });

const saved = (changes: Partial<ProfileFieldsFragment> = {}): UpdateProfileMutation['updateProfile'] => ({
  __typename: 'ProfileUpdated',
  returner: profile({ version: 4, ...changes }),
});

beforeEach(() => {
  sent = [];
  returnerIsIn();
  profileIs(profile());
});

test('the profile shows every part with the way to change it, and what is assumed', async () => {
  renderAt('/profile');
  expect(await screen.findByText('dietetics')).toBeInTheDocument();
  expect(screen.getByText('Assumed')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Add HCPC number' })).toHaveAttribute('href', '/profile/hcpc-number');
  expect(screen.queryByText(/dietitian/i)).not.toBeInTheDocument();
});

test('a number of another profession is refused beside its field, and stays as typed', async () => {
  changeAnswers({
    __typename: 'UpdateProfileRefused',
    refusals: [
      {
        __typename: 'RuleRefusal',
        code: 'VALUE_INVALID',
        path: ['hcpcNumber'],
        message: 'The letters OT belong to another profession than yours.',
        help: 'Check the number.',
        rule: null,
      },
    ],
  });
  const { user } = renderAt('/profile/hcpc-number');
  await user.type(await screen.findByLabelText('HCPC registration number'), 'OT12345');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('link', { name: /belong to another profession/ }));
  expect(screen.getByLabelText('HCPC registration number')).toHaveFocus();
  expect(screen.getByLabelText('HCPC registration number')).toHaveValue('OT12345');
});

test('the region that was found can be corrected', async () => {
  changeAnswers(saved({ isRegionChosen: true }));
  const { user, address } = renderAt('/profile/home');
  expect(await screen.findByText(/From your postcode we think your region is/)).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText(/Region whose coordinators/), 'North West');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(address).toBe('/profile');
  expect(sent[0]?.input).toMatchObject({ expectedVersion: 3, homePostcode: 'ZZ1 1ZZ', regionId: 'reg2' });
});

test('a profile that was changed elsewhere says so and keeps what was typed', async () => {
  changeAnswers({
    __typename: 'UpdateProfileRefused',
    refusals: [
      {
        __typename: 'ConflictRefusal',
        code: 'CONFLICT',
        path: ['expectedVersion'],
        message: 'Changed.',
        help: '',
        rule: null,
        currentVersion: 9,
      },
    ],
  });
  const { user } = renderAt('/profile/name');
  const name = await screen.findByLabelText('Name');
  await user.clear(name);
  await user.type(name, 'Example');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/changed somewhere else while this page was open/)).toBeInTheDocument();
  expect(screen.getByLabelText('Name')).toHaveValue('Example');
});

test('a post is added with dates as well as they are known', async () => {
  changeAnswers(saved());
  const { user, address } = renderAt('/profile/practice');
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(screen.getByRole('link', { name: 'Say in a few words what the work was' })).toBeInTheDocument();
  await user.type(screen.getByLabelText('What was the work?'), 'Example ward');
  await user.click(screen.getByLabelText('England'));
  const [from, to] = screen.getAllByLabelText('Year');
  await user.type(from ?? document.body, '2001');
  await user.type(to ?? document.body, '2010');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(address).toBe('/profile');
  expect(sent[0]?.input.practiceHistory).toEqual([
    { work: 'Example ward', place: 'ENGLAND', from: { year: 2001 }, to: { year: 2010 } },
  ]);
});

test('consent is given in the exact words and their version', async () => {
  const given: GiveConsentMutationVariables[] = [];
  answer(GiveConsentDocument, (variables): GiveConsentMutation => {
    given.push(variables);
    return { __typename: 'Mutation', giveConsent: { __typename: 'ConsentGiven', returner: profile({ version: 4 }) } };
  });
  const { user, address } = renderAt('/profile/sharing');
  expect(await screen.findByText('“The exact words.”')).toBeInTheDocument();
  expect(screen.getByLabelText('No')).toBeChecked();
  await user.click(screen.getByLabelText('Yes, I agree'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(address).toBe('/pathway');
  expect(given[0]?.input).toMatchObject({ kind: 'SHARE_WITH_COORDINATORS', wordingVersion: 1 });
});

const nothing = {
  registration: null,
  practising: null,
  work: null,
  trained: null,
  livesIn: null,
  plansToWorkIn: null,
  registeredWithProgrammeOn: null,
  applicationOn: null,
  paidPost: null,
  leftRegister: null,
  lastPractised: null,
  qualified: null,
} as const;

const answersAre = () =>
  answer(SavedAnswersDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        version: 3,
        answers: { __typename: 'EligibilityAnswers', ...nothing, profession: 'DT' },
        eligibility: {
          __typename: 'EligibilityOutcome',
          headline: 'You need 30 days',
          summary: 'An example.',
          steps: [
            {
              __typename: 'EligibilityStep',
              question: {
                __typename: 'EligibilityQuestion',
                key: 'PROFESSION',
                title: 'Profession',
                hint: null,
                why: '',
                parts: [],
              },
              answers: [
                { __typename: 'EligibilityAnswerGiven', field: 'profession', label: 'Profession', answer: 'Dietitian' },
              ],
            },
          ],
        },
      },
    },
  } satisfies SavedAnswersQuery);

test('changed answers wait until the person uses them', async () => {
  answersAre();
  sessionStorage.setItem('eligibility-answers', '{"profession":"OT"}');
  const changed: ChangeAnswersMutationVariables[] = [];
  answer(ChangeAnswersDocument, (variables): ChangeAnswersMutation => {
    changed.push(variables);
    return {
      __typename: 'Mutation',
      changeAnswers: {
        __typename: 'AnswersChanged',
        returner: {
          __typename: 'Returner',
          id: 'r1',
          version: 4,
          answers: { __typename: 'EligibilityAnswers', ...nothing, profession: 'OT' },
        },
      },
    };
  });
  const { user, address } = renderAt('/pathway/answers');
  await user.click(await screen.findByRole('button', { name: 'Use the new answers' }));
  await expect.poll(address).toBe('/pathway');
  expect(changed[0]?.input).toMatchObject({ expectedVersion: 3, answers: { profession: 'OT' } });
});

test('the answers that the pathway rests on can be changed one by one', async () => {
  answersAre();
  const { user, address } = renderAt('/pathway/answers');
  expect(await screen.findByText('Dietitian')).toBeInTheDocument();
  expect(screen.queryByText('You have changed answers')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Change your answer to: Profession' }));
  await expect.poll(address).toBe('/eligibility/question/profession');
  expect(sessionStorage.getItem('eligibility-answers')).toBe('{"profession":"DT"}');
});

test('a question to HCPC is recorded with its day', async () => {
  answer(AskHcpcDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        questionToHcpc: null,
        eligibility: {
          __typename: 'EligibilityOutcome',
          verdict: 'ASK_HCPC',
          summary: 'An example.',
          possibilities: [
            {
              __typename: 'EligibilityPossibility',
              when: 'If it counts as practice',
              route: 'READMISSION',
              requirement: { __typename: 'UpdatingRequirement', days: 0 },
            },
          ],
        },
      },
    },
  });
  answer(RecordQuestionToHcpcDocument, ({ input }): RecordQuestionToHcpcMutation => {
    expect(input).toMatchObject({ returnerId: 'r1', askedOn: '2026-11-02' });
    return {
      __typename: 'Mutation',
      recordQuestionToHcpc: {
        __typename: 'QuestionToHcpcRecorded',
        returner: {
          __typename: 'Returner',
          id: 'r1',
          version: 4,
          questionToHcpc: {
            __typename: 'QuestionToHcpc',
            askedOn: '2026-11-02',
            answeredOn: null,
            answeredDays: null,
            answeredRoute: null,
          },
        },
      },
    };
  });
  const { user, address } = renderAt('/pathway/ask-hcpc');
  expect(await screen.findByText('If it counts as practice: no updating')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'I have asked HCPC' }));
  expect(screen.getByRole('link', { name: 'Enter the day you asked' })).toBeInTheDocument();
  await user.type(screen.getByLabelText('Day'), '2');
  await user.type(screen.getByLabelText('Month'), '11');
  await user.type(screen.getByLabelText('Year'), '2026');
  await user.click(screen.getByRole('button', { name: 'I have asked HCPC' }));
  await expect.poll(address).toBe('/pathway');
});

test('a postcode that we do not know says which district stands for it', async () => {
  profileIs(
    profile({
      homePostcode: 'E97 1AA',
      homeDistrictIsNearest: true,
      homeDistrict: { __typename: 'PostcodeDistrict', id: 'd1', code: 'E98' },
    }),
  );
  renderAt('/profile');
  expect(await screen.findByText(/we use the nearest one that we know: E98/)).toBeInTheDocument();
});

test('a university follows once it is chosen and the words are agreed to, and stops at once', async () => {
  const agreed: LetUniversityFollowMutationVariables[] = [];
  const following = [
    {
      __typename: 'UniversityFollowing',
      hostId: 'u1',
      name: 'Example University 1',
      givenAt: '2026-11-20T10:00:00Z',
    },
  ] as const;
  const universities = (who: readonly (typeof following)[number][]): UniversitiesQuery => ({
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        universitySharing: {
          __typename: 'UniversitySharing',
          wordingVersion: 2,
          text: 'Example words of a consent.',
          following: [...who],
        },
      },
    },
    hosts: {
      __typename: 'HostConnection',
      nodes: [1, 2].map((number) => ({
        __typename: 'Host' as const,
        id: `u${number}`,
        name: `Example University ${number}`,
      })),
    },
  });
  answer(UniversitiesDocument, universities(following));
  answer(LetUniversityFollowDocument, (variables): LetUniversityFollowMutation => {
    agreed.push(variables);
    return {
      __typename: 'Mutation',
      letUniversityFollow: {
        __typename: 'UniversityFollows',
        returner: { __typename: 'Returner', id: 'r1', universitySharing: null },
      },
    };
  });
  const { user } = renderAt('/profile/universities');
  await user.click(await screen.findByRole('button', { name: 'I agree' }));
  expect(screen.getByRole('link', { name: 'Choose a university.' })).toBeInTheDocument();
  expect(screen.getByText('“Example words of a consent.”')).toBeInTheDocument();
  // whoever follows already is not offered again
  expect(screen.queryByRole('option', { name: 'Example University 1' })).toBeNull();
  await user.selectOptions(screen.getByLabelText('University'), 'u2');
  answer(UniversitiesDocument, universities([...following]));
  await user.click(screen.getByRole('button', { name: 'I agree' }));
  await expect.poll(() => agreed).toMatchObject([{ input: { returnerId: 'r1', hostId: 'u2', wordingVersion: 2 } }]);

  answer(StopUniversityFollowingDocument, {
    __typename: 'Mutation',
    stopUniversityFollowing: {
      __typename: 'UniversityStopped',
      returner: { __typename: 'Returner', id: 'r1', universitySharing: null },
    },
  });
  const button = await screen.findByRole('button', { name: 'Stop Example University 1 following' });
  answer(UniversitiesDocument, universities([]));
  await user.click(button);
  expect(await screen.findByText('No university follows your placements.')).toBeInTheDocument();
});
