import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  AgreementToAnswerDocument,
  AgreementToReadDocument,
  AgreementToShareDocument,
  AgreeToLearningDocument,
  AnswerLearningByLinkDocument,
  GoalToWriteDocument,
  LocalPolicyToWriteDocument,
  MyLearningAgreementDocument,
  MySelfAssessmentDocument,
  OwnConfidenceDocument,
  RenewLearningLinkDocument,
  SaveLearningGoalDocument,
  SaveLocalPolicyDocument,
  SayConfidenceDocument,
  SendBackLearningAgreementDocument,
  ShareLearningAgreementDocument,
  type AgreementFieldsFragment,
  type AgreementToAnswerQuery,
  type AnswerLearningByLinkMutation,
  type AnswerLearningByLinkMutationVariables,
  type Confidence,
  type MyLearningAgreementQuery,
  type RenewLearningLinkMutation,
  type RenewLearningLinkMutationVariables,
  type SaveLearningGoalMutation,
  type SaveLearningGoalMutationVariables,
  type SaveLocalPolicyMutation,
  type SaveLocalPolicyMutationVariables,
  type SayConfidenceMutation,
  type SayConfidenceMutationVariables,
  type SelfAssessmentFieldsFragment,
  type SendBackLearningAgreementMutation,
  type SendBackLearningAgreementMutationVariables,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const asReturner = () =>
  viewerIs({ isSignedIn: true, role: 'RETURNER', roles: ['RETURNER'], displayName: 'Example Returner' });

const standard = (
  number: number,
  before: Confidence | null,
  after: Confidence | null = null,
  gap: 'FELL' | 'WITH_SUPPORT' | 'NOT_ANSWERED' | null = null,
): SelfAssessmentFieldsFragment['standards'][number] => ({
  __typename: 'SelfAssessedStandard',
  number,
  label: `Example standard ${number}`,
  version: before === null ? null : 1,
  before,
  beforeOn: before === null ? null : '2026-11-02',
  after,
  afterOn: after === null ? null : '2026-11-20',
  goal: null,
  evidence: null,
  change: after === null ? null : 'FELL',
  gap: gap === null ? null : { __typename: 'ConfidenceGap', reason: gap, explanation: `Because ${gap}.` },
});
const assessment = (changes: Partial<SelfAssessmentFieldsFragment> = {}): SelfAssessmentFieldsFragment => ({
  __typename: 'SelfAssessment',
  standards: [
    standard(1, 'FULLY', 'MOSTLY', 'FELL'),
    standard(2, 'WITH_SUPPORT', null, 'WITH_SUPPORT'),
    standard(3, null, null, 'NOT_ANSWERED'),
  ],
  gaps: [1, 2, 3].map((number) => ({ __typename: 'SelfAssessedStandard', number })),
  answeredBefore: 2,
  answeredAfter: 1,
  rose: 0,
  same: 0,
  fell: 1,
  levels: [],
  isAfterOpen: true,
  source: {
    __typename: 'Source',
    key: 'H35',
    title: 'HCPC’s page',
    url: 'https://www.hcpc-uk.org/',
    readOn: '2026-11-21',
  },
  ...changes,
});

test('a self-assessment says what wants attention, goes on where it stopped, and is no mark', async () => {
  asReturner();
  answer(MySelfAssessmentDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        describedAs: 'returning to dietetics',
        selfAssessment: assessment(),
      },
    },
  });
  renderAt('/self-assessment');
  expect(await screen.findByRole('link', { name: 'Go on with standard 3' })).toHaveAttribute(
    'href',
    '/self-assessment/standards/3',
  );
  expect(screen.getByText(/Nobody here certifies competence for HCPC/)).toBeInTheDocument();
  expect(screen.getByText(/Because FELL/)).toBeInTheDocument();
  expect(screen.queryByText(/Because NOT_ANSWERED/)).toBeNull();
  expect(screen.getByRole('link', { name: 'HCPC’s page' })).toBeInTheDocument();
});

test('one standard a page: the first answer is needed, and is sent without a second one', async () => {
  asReturner();
  const sent: SayConfidenceMutationVariables[] = [];
  const returner = { __typename: 'Returner' as const, id: 'r1', selfAssessment: assessment() };
  answer(OwnConfidenceDocument, { __typename: 'Query', viewer: { __typename: 'Viewer', returner } });
  answer(SayConfidenceDocument, (variables): SayConfidenceMutation => {
    sent.push(variables);
    return { __typename: 'Mutation', assessStandard: { __typename: 'StandardAssessed', returner } };
  });
  const { user, address } = renderAt('/self-assessment/standards/3');
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Say how confident you feel');
  expect(screen.queryByText('How confident do you feel now?')).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'Mostly confident on my own' }));
  await user.type(screen.getByRole('textbox', { name: /What do you want to reach/ }), 'More of it.');
  answer(MySelfAssessmentDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', returner: { ...returner, describedAs: 'returning to dietetics' } },
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(address).toBe('/self-assessment');
  expect(sent[0]?.input).toMatchObject({ number: 3, expectedVersion: null, before: 'MOSTLY', goal: 'More of it.' });
  expect(sent[0]?.input).not.toHaveProperty('after');
});

const agreement = (changes: Partial<AgreementFieldsFragment> = {}): AgreementFieldsFragment => ({
  __typename: 'LearningAgreement',
  id: 'a1',
  version: 4,
  state: 'DRAFT',
  edition: 1,
  startedOn: '2026-11-20',
  changedOn: '2026-11-21',
  placementDays: 20,
  requiredDays: 30,
  linkSentOn: null,
  plan: { __typename: 'LearningPlan', supervisedDays: 14, formalDays: 6, privateDays: 10, meetEveryWeeks: 2 },
  goals: [
    {
      __typename: 'LearningGoal',
      number: 9,
      label: 'Example standard 9',
      goal: 'Write records.',
      how: null,
      evidence: null,
      by: null,
    },
  ],
  requirements: [
    {
      __typename: 'PlanRequirement',
      key: 'ENOUGH_DAYS',
      layer: 'HCPC',
      title: '30 days of updating',
      explanation: 'You plan 30 days that count.',
      isMet: true,
      isAssumed: false,
      sources: [{ __typename: 'Source', key: 'H1', title: 'A page', url: 'https://www.hcpc-uk.org/' }],
    },
    {
      __typename: 'PlanRequirement',
      key: 'SUPERVISED_SHARE',
      layer: 'SITE',
      title: 'At least half in practice: 15 days',
      explanation: 'You plan 14 days of supervised practice.',
      isMet: false,
      isAssumed: false,
      sources: [],
    },
  ],
  statement: { __typename: 'LearningAgreementStatement', version: 1, sentences: ['I mean to work by it.'] },
  history: [],
  agreed: null,
  viewerActions: ['EDIT', 'SHARE'],
  ...changes,
});
const host = { __typename: 'Host' as const, id: 'h1', name: 'Example Trust' };
const site = { __typename: 'PlacementSite' as const, id: 's1', name: 'Example Site' };
const placement: NonNullable<NonNullable<MyLearningAgreementQuery['viewer']['returner']>['placement']> = {
  __typename: 'Placement',
  id: 'p1',
  state: 'ACCEPTED',
  startsOn: '2027-01-04',
  endsOn: '2027-03-01',
  viewerMayStartAgreement: false,
  site,
  host,
  checks: [
    {
      __typename: 'StartingCheck',
      id: 'c1',
      kind: 'LEARNING_AGREEMENT',
      owner: 'RETURNER',
      state: 'IN_PROGRESS',
      begunOn: '2026-11-20',
      dueOn: '2026-12-04',
      usualTime: '10 working days (assumed)',
      whatReturnerCanDo: 'Write it, and share it with the site.',
    },
  ],
  learningAgreement: {
    ...agreement(),
    confidence: { __typename: 'SelfAssessment', standards: assessment().standards },
  },
};
const agreementIs = (mine: typeof placement) =>
  answer(MyLearningAgreementDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', returner: { __typename: 'Returner', id: 'r1', placement: mine } },
  });

test('what HCPC needs and what the site asks on top stand apart, each met or not', async () => {
  asReturner();
  agreementIs(placement);
  renderAt('/learning-agreement');
  const hcpc = await screen.findByRole('table', { name: 'What HCPC needs, of everybody' });
  expect(within(hcpc).getByText('Met', { selector: 'strong' })).toBeInTheDocument();
  const own = screen.getByRole('table', { name: 'What Example Trust asks on top' });
  expect(within(own).getByText('Not met yet')).toBeInTheDocument();
  // never in the dark: who, since when, usual time, what can be done
  expect(screen.getByText('10 working days (assumed)')).toBeInTheDocument();
  expect(screen.getByText('Not finished')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Check it and share it' })).toHaveAttribute(
    'href',
    '/learning-agreement/share',
  );
});

test('what came back shows why', async () => {
  asReturner();
  const back = {
    __typename: 'LearningAgreementStep' as const,
    kind: 'SENT_BACK' as const,
    edition: 1,
    at: '2026-11-21T10:00:00Z',
    party: 'SUPERVISOR' as const,
    byName: 'Example Supervisor',
    comment: 'Add a goal on records.',
  };
  agreementIs({
    ...placement,
    learningAgreement: { ...agreement({ history: [back] }), confidence: null },
  });
  renderAt('/learning-agreement');
  expect(await screen.findByText('Example Supervisor asks for a change:')).toBeInTheDocument();
  expect(screen.getAllByText(/Add a goal on records/).length).toBeGreaterThan(0);
});

test('a goal begins with words to choose, and half of it can be saved', async () => {
  asReturner();
  const sent: SaveLearningGoalMutationVariables[] = [];
  answer(GoalToWriteDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        placement: {
          __typename: 'Placement',
          id: 'p1',
          startsOn: '2027-01-04',
          endsOn: '2027-03-01',
          learningAgreement: {
            ...agreement(),
            templates: [
              {
                __typename: 'GoalTemplate',
                number: 2,
                goal: 'Know the rules.',
                how: 'Read them.',
                evidence: 'A page.',
              },
            ],
            confidence: { __typename: 'SelfAssessment', standards: assessment().standards },
          },
        },
      },
    },
  });
  answer(SaveLearningGoalDocument, (variables): SaveLearningGoalMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      saveLearningGoal: { __typename: 'LearningGoalSaved', learningAgreement: agreement({ version: 5 }) },
    };
  });
  agreementIs(placement);
  const { user, address } = renderAt('/learning-agreement/goals/2');
  await user.click(await screen.findByText('Words to begin with'));
  await user.click(screen.getByRole('button', { name: 'Use these words' }));
  expect(screen.getByRole('textbox', { name: 'What do you want to reach?' })).toHaveValue('Know the rules.');
  await user.type(screen.getByRole('textbox', { name: 'Day' }), '40');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('alert')).toBeInTheDocument();
  await user.clear(screen.getByRole('textbox', { name: 'Day' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(address).toBe('/learning-agreement');
  expect(sent[0]?.input).toMatchObject({
    learningAgreementId: 'a1',
    expectedVersion: 4,
    number: 2,
    goal: 'Know the rules.',
    how: 'Read them.',
    by: null,
  });
});

test('a supervisor agrees, or sends it back with a comment', async () => {
  viewerIs({ isSignedIn: true, role: 'SUPERVISOR', roles: ['SUPERVISOR'], displayName: 'Example Supervisor' });
  const sent: SendBackLearningAgreementMutationVariables[] = [];
  answer(AgreementToReadDocument, {
    __typename: 'Query',
    placement: {
      __typename: 'Placement',
      id: 'p1',
      returnerName: 'Example Returner 12',
      describedAs: 'returning to dietetics',
      startsOn: '2027-01-04',
      endsOn: '2027-03-01',
      site,
      host,
      learningAgreement: {
        ...agreement({ state: 'SHARED', viewerActions: ['AGREE', 'SEND_BACK'] }),
        confidence: assessment(),
      },
    },
  });
  answer(SendBackLearningAgreementDocument, (variables): SendBackLearningAgreementMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      sendBackLearningAgreement: {
        __typename: 'SendBackLearningAgreementRefused',
        refusals: [
          {
            __typename: 'RuleRefusal',
            code: 'RULE_NOT_MET',
            path: ['comment'],
            rule: 'NOTE_LOOKS_LIKE_NHS_NUMBER',
            message: 'This looks as if it holds an NHS number.',
            help: 'Take the number out.',
          },
        ],
      },
    };
  });
  answer(AgreeToLearningDocument, {
    __typename: 'Mutation',
    agreeToLearning: { __typename: 'LearningAgreedTo', learningAgreement: agreement({ state: 'AGREED', version: 5 }) },
  });
  const { user, address } = renderAt('/agreements/p1');
  expect(await screen.findByText('I mean to work by it.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Send your answer' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Say whether you agree');
  await user.click(screen.getByRole('radio', { name: 'Something should change first' }));
  await user.type(screen.getByRole('textbox', { name: 'What should change?' }), '943 476 5919');
  await user.click(screen.getByRole('button', { name: 'Send your answer' }));
  await expect.poll(() => screen.getByRole('alert').textContent).toContain('Take the number out');
  expect(sent[0]?.input).toMatchObject({ expectedVersion: 4, comment: '943 476 5919' });
  await user.click(screen.getByRole('radio', { name: 'I agree' }));
  await user.click(screen.getByRole('button', { name: 'Send your answer' }));
  await expect.poll(address).toBe('/agreements');
});

test('an organisation writes what it asks on top, and leaves out what it does not', async () => {
  viewerIs({ isSignedIn: true, role: 'ORGANISATION_ADMINISTRATOR', roles: ['ORGANISATION_ADMINISTRATOR'] });
  const sent: SaveLocalPolicyMutationVariables[] = [];
  answer(LocalPolicyToWriteDocument, {
    __typename: 'Query',
    host: { ...host, viewerMayGiveRoles: true, localPolicy: null },
    standardsOfProficiency: {
      __typename: 'StandardOfProficiencyConnection',
      nodes: [{ __typename: 'StandardOfProficiency', id: 'st9', number: 9, label: 'Keeping records' }],
    },
  });
  answer(SaveLocalPolicyDocument, (variables): SaveLocalPolicyMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      saveLocalPolicy: {
        __typename: 'SaveLocalPolicyRefused',
        refusals: [
          {
            __typename: 'RuleRefusal',
            code: 'VALUE_INVALID',
            path: ['supervisedPercentAtLeast'],
            rule: null,
            message: 'This share is not possible.',
            help: 'Give a whole number from 1 to 100.',
          },
        ],
      },
    };
  });
  const { user } = renderAt('/hosts/h1/policy');
  await user.type(await screen.findByRole('textbox', { name: /Supervised practice/ }), '500');
  await user.click(screen.getByRole('checkbox', { name: '9. Keeping records' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('from 1 to 100');
  expect(sent[0]?.input).toMatchObject({
    expectedVersion: null,
    supervisedPercentAtLeast: 500,
    daysHereAtLeast: null,
    standards: [9],
    inOwnWords: null,
  });
});

test('a supervisor without an account agrees by a link, and whoever is named may say that it was not them', async () => {
  const sent: AnswerLearningByLinkMutationVariables[] = [];
  const { plan, goals, placementDays } = agreement();
  answer(AgreementToAnswerDocument, ({ token }): AgreementToAnswerQuery => ({
    __typename: 'Query',
    learningAgreementSheet:
      token === 'secret'
        ? {
            __typename: 'LearningAgreementSheet',
            returnerName: 'Example Returner 12',
            describedAs: 'on the HCPC Register for dietetics',
            supervisorName: 'Example Supervisor',
            siteName: 'Example Site',
            hostName: 'Example Trust',
            startsOn: '2027-01-04',
            endsOn: '2027-03-01',
            placementDays,
            plan,
            goals,
            statement: { __typename: 'LearningAgreementStatement', version: 1, sentences: ['I have read the goals.'] },
          }
        : null,
  }));
  answer(AnswerLearningByLinkDocument, (variables): AnswerLearningByLinkMutation => {
    sent.push(variables);
    return { __typename: 'Mutation', answerLearningByLink: { __typename: 'LearningAnsweredByLink', state: 'AGREED' } };
  });
  const { user } = renderAt('/learning-agreement/link#secret');
  await user.click(await screen.findByRole('button', { name: 'Send your answer' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Say whether you agree');
  await user.click(screen.getByRole('radio', { name: 'I agree' }));
  await user.click(screen.getByRole('button', { name: 'Send your answer' }));
  await screen.findByRole('heading', { level: 1, name: 'Thank you. You both agree' });
  expect(sent[0]?.input).toMatchObject({ token: 'secret', isAgreed: true, comment: null, wordingVersion: 1 });
});

test('a link to agree that has ended shows nothing, and is sent anew at one press', async () => {
  const sent: RenewLearningLinkMutationVariables[] = [];
  answer(AgreementToAnswerDocument, { __typename: 'Query', learningAgreementSheet: null });
  answer(RenewLearningLinkDocument, (variables): RenewLearningLinkMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      renewLearningLink: { __typename: 'LearningLinkRenewed', linkSentOn: '2026-11-21' },
    };
  });
  const { user } = renderAt('/learning-agreement/link#ended');
  await screen.findByRole('heading', { level: 1, name: 'This link does not work' });
  await user.click(screen.getByRole('button', { name: 'Send me a new link' }));
  await screen.findByRole('heading', { level: 1, name: 'A new link is on its way' });
  expect(sent).toMatchObject([{ input: { token: 'ended' } }]);
});

test('what is missing from an agreement leads to the page where it is put right', async () => {
  asReturner();
  const unsupervised = {
    __typename: 'Placement' as const,
    id: 'p1',
    supervisorName: null,
    host: { __typename: 'Host' as const, id: 'h1', name: 'Example Trust' },
    learningAgreement: agreement({ viewerActions: ['SHARE'] }),
  };
  answer(AgreementToShareDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', returner: { __typename: 'Returner', id: 'r1', placement: unsupervised } },
  });
  const refusal = { __typename: 'RuleRefusal' as const, code: 'VALUE_MISSING' as const, rule: null, help: 'Write it.' };
  answer(ShareLearningAgreementDocument, {
    __typename: 'Mutation',
    shareLearningAgreement: {
      __typename: 'ShareLearningAgreementRefused',
      refusals: [
        { ...refusal, path: ['input', 'goals.9'], message: 'The goal for standard 9 is not finished.' },
        { ...refusal, path: ['input', 'plan'], message: 'The days of each kind are missing.' },
      ],
    },
  });
  const { user } = renderAt('/learning-agreement/share');
  await user.click(await screen.findByRole('button', { name: 'I agree, share it' }));
  expect(await screen.findByRole('link', { name: /standard 9 is not finished/ })).toHaveAttribute(
    'href',
    '/learning-agreement/goals/9',
  );
  expect(screen.getByRole('link', { name: /days of each kind/ })).toHaveAttribute('href', '/learning-agreement/plan');
});
