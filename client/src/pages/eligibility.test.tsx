import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  EligibilityResultDocument,
  EligibilityStepsDocument,
  type EligibilityAnswersInput,
  type EligibilityOutcomeFieldsFragment,
  type EligibilityQuestionFieldsFragment,
  type EligibilityStepsQuery,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

type Question = EligibilityQuestionFieldsFragment;
type Check = EligibilityStepsQuery['eligibility'];

const option = (value: string, label: string) => ({
  __typename: 'EligibilityOption' as const,
  value,
  label,
  hint: null,
});

const profession: Question = {
  __typename: 'EligibilityQuestion',
  key: 'PROFESSION',
  title: 'Which profession?',
  hint: null,
  why: 'Each has its own rules.',
  parts: [
    {
      __typename: 'EligibilityQuestionPart',
      field: 'profession',
      label: 'Profession',
      hint: null,
      kind: 'OPTIONS',
      options: [option('DT', 'Dietitian'), option('PH', 'Physiotherapist')],
    },
  ],
};

const lastPractised: Question = {
  __typename: 'EligibilityQuestion',
  key: 'LAST_PRACTISED',
  title: 'When did you last practise?',
  hint: null,
  why: 'The time out of practice decides.',
  parts: [
    {
      __typename: 'EligibilityQuestionPart',
      field: 'lastPractised',
      label: 'Last practised',
      hint: 'A year alone will do.',
      kind: 'APPROXIMATE_DATE',
      options: [],
    },
  ],
};

const step = (question: Question, words: string) => ({
  __typename: 'EligibilityStep' as const,
  question,
  answers: question.parts.map(({ field, label }) => ({
    __typename: 'EligibilityAnswerGiven' as const,
    field,
    label,
    answer: words,
  })),
});

/** A small server: two questions, and a date that must not lie in the future. */
function check(answers: EligibilityAnswersInput): Check {
  const steps = [];
  if (typeof answers.profession === 'string') steps.push(step(profession, answers.profession));
  if (steps.length === 0) {
    return { __typename: 'EligibilityQuestionDue', number: 1, atMost: 2, question: profession, steps };
  }
  const date = answers.lastPractised ?? undefined;
  if (date === undefined) {
    return { __typename: 'EligibilityQuestionDue', number: 2, atMost: 2, question: lastPractised, steps };
  }
  steps.push(step(lastPractised, String(date.year)));
  return date.year > 2026
    ? {
        __typename: 'EligibilityContradicted',
        refusals: [
          {
            __typename: 'RuleRefusal',
            path: ['answers', 'lastPractised', 'year'],
            message: 'This day is in the future.',
            help: 'Check the year.',
          },
        ],
        steps,
      }
    : { __typename: 'EligibilityOutcome', headline: 'You need 60 days of updating', steps };
}

let asked: EligibilityAnswersInput[] = [];

beforeEach(() => {
  asked = [];
  answer(EligibilityStepsDocument, ({ answers }) => {
    asked.push(answers);
    return { __typename: 'Query', eligibility: check(answers) };
  });
});

test('two questions, the answers checked, and nothing of them in an address', async () => {
  const { user, address } = renderAt('/eligibility');
  await user.click(await screen.findByLabelText('Dietitian'));
  expect(address()).toBe('/eligibility/question/profession');
  expect(screen.getByText('Question 1 of up to 2')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Continue' }));

  const heading = await screen.findByRole('heading', { name: /When did you last practise/ });
  await waitFor(() => expect(heading).toHaveFocus());
  expect(address()).toBe('/eligibility/question/last-practised');
  await user.type(screen.getByLabelText('Year'), '2019');
  await user.click(screen.getByRole('button', { name: 'Continue' }));

  expect(await screen.findByRole('heading', { name: 'Check your answers' })).toBeInTheDocument();
  expect(address()).toBe('/eligibility/answers');
  expect(asked.at(-1)).toEqual({ profession: 'DT', lastPractised: { year: 2019 } });
  expect(screen.getByRole('link', { name: 'Change your answer to: Profession' })).toHaveAttribute(
    'href',
    '/eligibility/question/profession',
  );
});

test('no answer: the summary leads to the first choice', async () => {
  const { user } = renderAt('/eligibility/question/profession');
  await user.click(await screen.findByRole('button', { name: 'Continue' }));
  await user.click(screen.getByRole('link', { name: 'Choose an answer: Profession' }));
  expect(screen.getByLabelText('Dietitian')).toHaveFocus();
  expect(document.title).toMatch(/^Error: /);
});

test('an impossible date stays as typed, and the summary leads to the part that is wrong', async () => {
  sessionStorage.setItem('eligibility-answers', '{"profession":"DT"}');
  const { user } = renderAt('/eligibility/question/last-practised');
  await user.type(await screen.findByLabelText(/^Day/), '31');
  await user.type(screen.getByLabelText(/^Month/), '2');
  await user.type(screen.getByLabelText('Year'), '2019');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.click(screen.getByRole('link', { name: 'February 2019 has days 1 to 28' }));
  expect(screen.getByLabelText(/^Day/)).toHaveFocus();
  expect(screen.getByLabelText(/^Day/)).toHaveValue('31');
});

test('what the server finds wrong stands at its field, and the answer is not kept', async () => {
  sessionStorage.setItem('eligibility-answers', '{"profession":"DT"}');
  const { user, address } = renderAt('/eligibility/question/last-practised');
  await user.type(await screen.findByLabelText('Year'), '2030');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.click(await screen.findByRole('link', { name: 'This day is in the future. Check the year.' }));
  expect(screen.getByLabelText('Year')).toHaveFocus();
  expect(address()).toBe('/eligibility/question/last-practised');
  expect(sessionStorage.getItem('eligibility-answers')).toBe('{"profession":"DT"}');
});

test('going back shows the answer given before', async () => {
  const { user, goBack } = renderAt('/eligibility/question/profession');
  await user.click(await screen.findByLabelText('Physiotherapist'));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByRole('heading', { name: /When did you last practise/ });
  await goBack();
  expect(await screen.findByLabelText('Physiotherapist')).toBeChecked();
});

test('a question out of turn leads to the one that is due', async () => {
  const { address } = renderAt('/eligibility/question/last-practised');
  await screen.findByLabelText('Dietitian');
  await waitFor(() => expect(address()).toBe('/eligibility/question/profession'));
});

test('while the server cannot be reached the answer stays, and the page says what to do', async () => {
  const { user } = renderAt('/eligibility/question/profession');
  await user.click(await screen.findByLabelText('Dietitian'));
  answer(EligibilityStepsDocument, { refusedWith: 'UNAVAILABLE' });
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByRole('heading', { name: 'The service is not ready' })).toBeInTheDocument();
  expect(screen.getByLabelText('Dietitian')).toBeChecked();
});

const source = {
  __typename: 'Source',
  key: 'H1',
  title: 'Updating your knowledge and skills',
  publisher: 'HCPC',
  url: 'https://www.hcpc-uk.org/updating',
  readOn: '2026-11-21',
} as const;

const outcome: EligibilityOutcomeFieldsFragment = {
  __typename: 'EligibilityOutcome',
  verdict: 'DECIDED',
  headline: 'You need 60 days of updating',
  summary: 'You have been out for more than 5 years.',
  fieldOfPractice: 'dietetics',
  route: 'READMISSION_WITH_UPDATING',
  requirement: { __typename: 'UpdatingRequirement', days: 60, minutes: 25_200, privateDaysAtMost: 30 },
  possibilities: [],
  datesNeeded: [],
  window: null,
  threshold: null,
  renewal: null,
  fees: {
    __typename: 'Fees',
    lines: [{ __typename: 'FeeLine', label: 'Readmission', pence: 18_501 }],
    totalPence: 30_835,
    inForceFrom: '2025-04-29',
    explanation: 'Paid once the form is checked.',
    sources: [source],
  },
  moneyHelp: [],
  whatCounts: [],
  nextActions: [{ __typename: 'NextAction', title: 'Plan your updating', explanation: 'Choose a mix.', link: source }],
  rules: [
    {
      __typename: 'CitedRule',
      key: 'MEASURED_ON_APPLICATION',
      title: 'Measured on the day you apply',
      explanation: 'HCPC does not say on which day.',
      assumed: true,
      inForceFrom: null,
      sources: [source],
    },
  ],
  wouldChange: [],
  myths: [],
  programme: { __typename: 'ProgrammeEligibility', verdict: 'ELIGIBLE', explanation: 'You can ask.', rules: [] },
};

const done = '{"profession":"DT","lastPractised":{"year":2019}}';
const resultIs = (changes: Partial<EligibilityOutcomeFieldsFragment>) =>
  answer(EligibilityResultDocument, { __typename: 'Query', eligibility: { ...outcome, ...changes } });

test('the result gives the answer first, then every rule with its source, and says what is assumed', async () => {
  sessionStorage.setItem('eligibility-answers', done);
  resultIs({});
  const { user } = renderAt('/eligibility/result');
  expect(await screen.findByRole('heading', { level: 1, name: /You need 60 days of updating/ })).toHaveTextContent(
    'Returning to dietetics',
  );
  expect(screen.getByRole('row', { name: /In all/ })).toHaveTextContent('£308.35');
  expect(screen.getByText('of updating, which is 420 hours')).toBeInTheDocument();
  await user.click(screen.getByRole('heading', { name: /^Why this is the answer/ }));
  const rule = within(
    screen.getByRole('heading', { name: /Measured on the day you apply/ }).closest('li') ?? document.body,
  );
  expect(rule.getByText('Assumed')).toBeInTheDocument();
  expect(rule.getByRole('link', { name: /HCPC, Updating/, hidden: true })).toHaveAttribute('href', source.url);
  expect(rule.getByText(/read on 21 November 2026/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'See when you could be back' })).toHaveAttribute('href', '/forecast?days=60');
});

test('where only HCPC can answer, no answer is given and the possible ones are shown', async () => {
  sessionStorage.setItem('eligibility-answers', done);
  resultIs({
    verdict: 'ASK_HCPC',
    requirement: null,
    fees: null,
    possibilities: [0, 60].map((days) => ({
      __typename: 'EligibilityPossibility' as const,
      when: `If HCPC says ${days}`,
      route: 'READMISSION' as const,
      planOnThis: days === 60,
      requirement: { __typename: 'UpdatingRequirement' as const, days, minutes: days * 420 },
    })),
  });
  renderAt('/eligibility/result');
  expect(await screen.findByRole('heading', { name: /Ask HCPC before you plan/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /If HCPC says 60/ })).toHaveTextContent('60 days (420 hours)');
  expect(screen.queryByRole('link', { name: 'See when you could be back' })).not.toBeInTheDocument();
});

test('a result without answers leads to the first question', async () => {
  answer(EligibilityResultDocument, {
    __typename: 'Query',
    eligibility: {
      __typename: 'EligibilityQuestionDue',
      question: { __typename: 'EligibilityQuestion', key: 'PROFESSION' },
    },
  });
  const { address } = renderAt('/eligibility/result');
  await screen.findByLabelText('Dietitian');
  expect(address()).toBe('/eligibility/question/profession');
});
