import { useApolloClient } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { problemFrom } from '../apollo/problems.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { isQuestionAt, keepAnswers, nextAddress, questionAddress, readAnswers } from '../eligibility/answers.ts';
import { QuestionForm, type PartError } from '../eligibility/QuestionForm.tsx';
import { EligibilitySteps } from '../eligibility/questions.ts';
import type {
  EligibilityAnswersInput,
  EligibilityQuestionFieldsFragment,
  EligibilityStepsQuery,
} from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { datePartId } from '../ui/DateInput.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { OnTheWay } from './OnTheWay.tsx';

type Check = EligibilityStepsQuery['eligibility'];
type Question = EligibilityQuestionFieldsFragment;

/** One question of the eligibility check, named by the address. */
export function EligibilityQuestionPage() {
  const { question } = useParams();
  return <QuestionAt key={question} slug={question} />;
}

function QuestionAt({ slug }: { slug: string | undefined }) {
  const [answers] = useState(readAnswers);
  const { data, instead } = useAnswer(EligibilitySteps, { answers }, 'the question', 'cache-first');
  const [problem, setProblem] = useState<ReactNode>(null);
  const client = useApolloClient();
  const navigate = useNavigate();
  if (data === undefined) return <Page title="Check what you need">{instead}</Page>;

  const check = data.eligibility;
  const place = placeOf(check, slug);
  if (place === undefined) return <OnTheWay to={nextAddress(check)} />;

  const take = async (given: EligibilityAnswersInput): Promise<readonly PartError[]> => {
    const all = { ...answers, ...given };
    try {
      const { data: next } = await client.query({ query: EligibilitySteps, variables: { answers: all } });
      if (next === undefined) return [];
      const wrong = wrongIn(next.eligibility, place.question);
      if (wrong.length > 0) return wrong;
      keepAnswers(all);
      await navigate(nextAddress(next.eligibility));
    } catch (error) {
      setProblem(<ProblemMessage problem={{ ...problemFrom(error), mayRetry: false }} />);
    }
    return [];
  };

  return (
    <QuestionForm
      question={place.question}
      caption={place.caption}
      backHref={place.backHref}
      answers={answers}
      wrong={wrongIn(check, place.question)}
      onAnswer={take}
      problem={problem}
    />
  );
}

interface Place {
  question: Question;
  caption: string;
  backHref: string;
}

/** Finds the question that the address names among those answered and the one that is due. */
function placeOf(check: Check, slug: string | undefined): Place | undefined {
  const questions = check.steps.map((step) => step.question);
  if (check.__typename === 'EligibilityQuestionDue') questions.push(check.question);
  const index = questions.findIndex(({ key }) => isQuestionAt(key, slug));
  const question = questions[index];
  const before = questions[index - 1];
  if (question === undefined) return undefined;
  return {
    question,
    caption:
      check.__typename === 'EligibilityQuestionDue'
        ? `Question ${index + 1} of ${check.atMost > index + 1 ? 'up to ' : ''}${check.atMost}`
        : `Question ${index + 1}`,
    backHref: before === undefined ? paths.home : questionAddress(before.key),
  };
}

/** What the server finds wrong with the answers, told where the question can mend it and in words where it cannot. */
function wrongIn(check: Check, question: Question): PartError[] {
  if (check.__typename !== 'EligibilityContradicted') return [];
  return check.refusals.map(({ path, message, help }) => {
    const part = question.parts.find(({ field }) => path.includes(field));
    const said = `${message} ${help}`.trim();
    if (part === undefined) return { part: '', message: said };
    const datePart = (['day', 'month', 'year'] as const).find((one) => path.includes(one));
    return {
      part: part.field,
      field: part.kind === 'OPTIONS' ? part.field : datePartId(part.field, datePart ?? 'day'),
      message: said,
      ...(datePart === undefined ? {} : { datePart }),
    };
  });
}
