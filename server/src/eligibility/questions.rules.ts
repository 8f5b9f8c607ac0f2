import { approximateInWords } from '../kernel/approximate-date.ts';
import { professionCodes } from '../organisations/profession.rules.ts';
import type {
  AnswerField,
  AnswerOption,
  EligibilityAnswers,
  Question,
  QuestionKey,
  QuestionPart,
} from './answers.rules.ts';

/** A question that has been answered, with its answers in words. */
export interface EligibilityStep {
  readonly question: Question;
  readonly answers: readonly { readonly field: AnswerField; readonly label: string; readonly answer: string }[];
}

const choice = (field: AnswerField, label: string, options: readonly AnswerOption[], hint?: string): QuestionPart => ({
  field,
  label,
  kind: 'OPTIONS',
  options,
  ...(hint ? { hint } : {}),
});
const date = (field: AnswerField, label: string): QuestionPart => ({
  field,
  label,
  hint: 'A year alone will do. Add the month and the day if you know them. For example, 3 2019.',
  kind: 'APPROXIMATE_DATE',
  options: [],
});

const places: readonly AnswerOption[] = [
  { value: 'ENGLAND', label: 'England' },
  { value: 'NORTHERN_IRELAND', label: 'Northern Ireland' },
  { value: 'SCOTLAND', label: 'Scotland' },
  { value: 'WALES', label: 'Wales' },
  { value: 'ELSEWHERE', label: 'Outside the United Kingdom' },
];

const leftQuestion = 'When did you come off the Register?';
const questions = {
  PROFESSION: {
    key: 'PROFESSION',
    title: 'Which profession do you want to go back to?',
    why: 'Each profession has its own dates and its own way back.',
    parts: [
      choice('profession', 'Profession to go back to', [
        ...Object.entries(professionCodes).map(([value, label]) => ({ value, label })),
        { value: 'OSTEOPATH', label: 'Osteopath', hint: 'Registered by the General Osteopathic Council, not by HCPC.' },
      ]),
    ],
  },
  REGISTRATION: {
    key: 'REGISTRATION',
    title: 'Are you on the HCPC Register?',
    why: 'The way back is different for people who are on the Register, who left it, and who never joined.',
    parts: [
      choice('registration', 'The Register', [
        { value: 'LEFT', label: 'I was on it, and I left or did not renew' },
        { value: 'REGISTERED', label: 'I am on it now' },
        { value: 'NEVER_REGISTERED', label: 'I have never been on it' },
        { value: 'REMOVED_AFTER_FITNESS_TO_PRACTISE', label: 'I was removed after a fitness to practise case' },
      ]),
    ],
  },
  PRACTISING: {
    key: 'PRACTISING',
    title: 'Do you work in your profession now?',
    why: 'Using what you know at work is practising, with patients or without.',
    parts: [
      choice('practising', 'Work now', [
        { value: 'WITH_PEOPLE', label: 'Yes, in practice' },
        { value: 'MANAGING_TEACHING_OR_RESEARCH', label: 'Yes, I manage, teach or do research in it' },
        { value: 'NOT_PRACTISING', label: 'No' },
      ]),
    ],
  },
  LEFT_REGISTER: {
    key: 'LEFT_REGISTER',
    title: leftQuestion,
    hint: 'If you missed a renewal, give the last day of the renewal.',
    why: 'In the first month there is a shorter form and a smaller fee.',
    parts: [date('leftRegister', leftQuestion)],
  },
  TRAINED: {
    key: 'TRAINED',
    title: 'Where did you train?',
    why: 'People who trained abroad and never registered have another way in.',
    parts: [
      choice('trained', 'Where you trained', [
        { value: 'UNITED_KINGDOM', label: 'In the United Kingdom, on a course that HCPC approves' },
        { value: 'ABROAD', label: 'In another country' },
      ]),
    ],
  },
  QUALIFIED: {
    key: 'QUALIFIED',
    title: 'When did you qualify?',
    why: 'A qualification that is more than 5 years old can mean updating.',
    parts: [date('qualified', 'When did you qualify?')],
  },
  WORK: {
    key: 'WORK',
    title: 'Have you worked in your profession since then?',
    why: 'Work abroad counts as practice. Other related work may or may not.',
    parts: [
      choice('work', 'Work since then', [
        { value: 'NONE', label: 'No' },
        { value: 'PRACTISED_ABROAD', label: 'Yes, in another country' },
        {
          value: 'RELATED_WORK',
          label: 'I did related work that needs no registration',
          hint: 'For example, looking after the system that stores scans.',
        },
      ]),
    ],
  },
  LAST_PRACTISED: {
    key: 'LAST_PRACTISED',
    title: 'When did you last practise?',
    hint: 'In any country, with patients or without. Do not count related work for which you were not registered.',
    why: 'The days of updating depend on this, not on when you left the Register.',
    parts: [date('lastPractised', 'When did you last practise?')],
  },
  PLACES: {
    key: 'PLACES',
    title: 'Where do you live, and where do you plan to work?',
    why: 'HCPC’s rules are the same everywhere in the United Kingdom. The national programme is for England.',
    parts: [choice('livesIn', 'Where you live', places), choice('plansToWorkIn', 'Where you plan to work', places)],
  },
} as const satisfies Record<QuestionKey, Question>;

const onTheRegister = ({ practising }: EligibilityAnswers): QuestionKey[] =>
  practising && practising !== 'NOT_PRACTISING' ? ['PRACTISING'] : ['PRACTISING', 'LAST_PRACTISED', 'PLACES'];

const neverOnIt = ({ trained, work }: EligibilityAnswers): QuestionKey[] => {
  if (trained === 'ABROAD') return ['TRAINED'];
  const last: QuestionKey[] = work && work !== 'PRACTISED_ABROAD' ? [] : ['LAST_PRACTISED'];
  return ['TRAINED', 'QUALIFIED', 'WORK', ...last, 'PLACES'];
};

/** The questions of a person's path, in order; where a fork is still open, its longest way. */
export const pathOf = (answers: EligibilityAnswers): QuestionKey[] => {
  const { profession, registration } = answers;
  if (profession === 'OSTEOPATH') return ['PROFESSION'];
  const start: QuestionKey[] = ['PROFESSION', 'REGISTRATION'];
  if (registration === 'REMOVED_AFTER_FITNESS_TO_PRACTISE') return start;
  if (registration === 'LEFT') return [...start, 'LEFT_REGISTER', 'WORK', 'LAST_PRACTISED', 'PLACES'];
  if (registration === 'REGISTERED') return [...start, ...onTheRegister(answers)];
  return [...start, ...neverOnIt(answers)];
};

const has = (answers: EligibilityAnswers, field: AnswerField): boolean =>
  answers[field] !== undefined && answers[field] !== null;

/** A question in words. Those never registered count from when they qualified. */
export const questionOf = (key: QuestionKey, { registration }: EligibilityAnswers): Question => {
  const question: Question = questions[key];
  if (key !== 'WORK') return question;
  return {
    ...question,
    title:
      registration === 'NEVER_REGISTERED'
        ? 'Have you worked in your profession since you qualified?'
        : 'Have you worked in your profession since you came off the Register?',
  };
};

/** Fields that the path asks for. */
export const fieldsOf = (path: readonly QuestionKey[]): AnswerField[] =>
  path.flatMap((key) => questions[key].parts.map(({ field }) => field));

/** The question that asks for a field. */
export const questionAsking = (field: AnswerField): QuestionKey | undefined =>
  Object.values<Question>(questions).find(({ parts }) => parts.some((part) => part.field === field))?.key;

const isAnswered = (key: QuestionKey, answers: EligibilityAnswers): boolean =>
  questions[key].parts.every(({ field }) => has(answers, field));

/** The first question of the path that has no full answer yet. */
export const nextQuestion = (answers: EligibilityAnswers): QuestionKey | undefined =>
  pathOf(answers).find((key) => !isAnswered(key, answers));

const inWords = ({ field, options }: QuestionPart, answers: EligibilityAnswers): string => {
  const answer = answers[field];
  if (typeof answer === 'object' && answer !== null) return approximateInWords(answer);
  return options.find(({ value }) => value === answer)?.label ?? '';
};

/** The questions answered so far, in order, with the answers in words. */
export const stepsOf = (answers: EligibilityAnswers): EligibilityStep[] => {
  const path = pathOf(answers);
  const next = nextQuestion(answers);
  return path.slice(0, next ? path.indexOf(next) : path.length).map((key) => {
    const question = questionOf(key, answers);
    return {
      question,
      answers: question.parts.map((part) => ({ field: part.field, label: part.label, answer: inWords(part, answers) })),
    };
  });
};

const neverAsked: readonly AnswerField[] = ['registeredWithProgrammeOn', 'applicationOn', 'paidPost'];

/** True where an answer plays a part on the path, asked or volunteered. */
export const isUsed = (field: AnswerField, answers: EligibilityAnswers): boolean =>
  neverAsked.includes(field) ||
  fieldsOf(pathOf(answers)).includes(field) ||
  (field === 'trained' && answers.registration === 'LEFT');

const allFields = [
  ...new Set(Object.values<Question>(questions).flatMap(({ parts }) => parts.map(({ field }) => field))),
];

/** Answers that were given but that the path does not need. */
export const unusedAnswersOf = (answers: EligibilityAnswers): AnswerField[] =>
  allFields.filter((field) => has(answers, field) && !isUsed(field, answers));
