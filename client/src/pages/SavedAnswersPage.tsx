import { Navigate, useNavigate } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { forgetAnswers, keepAnswers, questionAddress, readAnswers } from '../eligibility/answers.ts';
import { graphql } from '../generated/gql.ts';
import type { EligibilityAnswersInput, SavedAnswersQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { knownParts } from '../returners/places.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const SavedAnswers = graphql(`
  query SavedAnswers {
    viewer {
      returner {
        id
        version
        answers {
          ...AnswersFields
        }
        eligibility {
          ... on EligibilityQuestionDue {
            steps {
              ...EligibilityStepFields
            }
          }
          ... on EligibilityContradicted {
            steps {
              ...EligibilityStepFields
            }
          }
          ... on EligibilityOutcome {
            headline
            summary
            steps {
              ...EligibilityStepFields
            }
          }
        }
      }
    }
  }
`);

/** The answers as they are kept. */
export const AnswersFields = graphql(`
  fragment AnswersFields on EligibilityAnswers {
    profession
    registration
    practising
    work
    trained
    livesIn
    plansToWorkIn
    registeredWithProgrammeOn
    applicationOn
    paidPost
    leftRegister {
      year
      month
      day
    }
    lastPractised {
      year
      month
      day
    }
    qualified {
      year
      month
      day
    }
  }
`);

const ChangeAnswers = graphql(`
  mutation ChangeAnswers($input: ChangeAnswersInput!) {
    changeAnswers(input: $input) {
      ... on AnswersChanged {
        returner {
          id
          version
          answers {
            ...AnswersFields
          }
        }
      }
      ... on ChangeAnswersRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Returner = NonNullable<SavedAnswersQuery['viewer']['returner']>;

/** The answers that the pathway rests on, each with a link to change it, and the changes that wait to be saved. */
export function SavedAnswersPage() {
  const { data, instead, retry } = useAnswer(SavedAnswers, {}, 'your answers');
  if (data === undefined) return <Page title="Your answers">{instead}</Page>;
  const { returner } = data.viewer;
  return returner === null ? <Navigate to={paths.pathway} replace /> : <Answers returner={returner} again={retry} />;
}

function Answers({ returner, again }: { returner: Returner; again: () => void }) {
  const saved = inputFrom(returner.answers);
  const changed = readAnswers();
  const isChanged = Object.keys(changed).length > 0 && !isSame(changed, saved);
  const { submit, busy, errors, problem } = useSending();
  const { run } = useCommand(ChangeAnswers);
  const navigate = useNavigate();

  const change = (question: string) => {
    if (!isChanged) keepAnswers(saved);
    void navigate(questionAddress(question));
  };
  const save = () =>
    submit([], async () => {
      const outcome = await run({ returnerId: returner.id, expectedVersion: returner.version, answers: changed });
      if ('problem' in outcome) return outcome;
      const { changeAnswers } = outcome.data;
      if (changeAnswers.__typename === 'ChangeAnswersRefused') {
        if (isConflict(changeAnswers.refusals)) again();
        return { errors: errorsFrom(changeAnswers.refusals, () => undefined) };
      }
      forgetAnswers();
      await navigate(paths.pathway);
      return { done: true };
    });

  const { eligibility } = returner;
  return (
    <Page
      title="Your answers"
      caption="Your pathway"
      backHref={paths.pathway}
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      {isChanged ? (
        <Notice heading="You have changed answers">
          <p>
            The new answers are in this browser tab, but not in your pathway yet. Steps and days may change with them.
          </p>
          <div className="rtp-actions">
            <Button type="button" busy={busy} onClick={() => void save()}>
              Use the new answers
            </Button>
            <Button
              type="button"
              look="secondary"
              onClick={() => {
                forgetAnswers();
                void navigate(paths.pathway);
              }}
            >
              Keep the old ones
            </Button>
          </div>
        </Notice>
      ) : null}
      {eligibility.__typename === 'EligibilityOutcome' ? <p>{eligibility.summary}</p> : null}
      <dl className="nhsuk-summary-list">
        {eligibility.steps.flatMap(({ question, answers }) =>
          answers.map(({ field, label, answer }) => (
            <div key={field} className="nhsuk-summary-list__row">
              <dt className="nhsuk-summary-list__key">{label}</dt>
              <dd className="nhsuk-summary-list__value">{answer}</dd>
              <dd className="nhsuk-summary-list__actions">
                <button type="button" className="rtp-link-button" onClick={() => change(question.key)}>
                  Change <span className="nhsuk-u-visually-hidden">your answer to: {label}</span>
                </button>
              </dd>
            </div>
          )),
        )}
      </dl>
    </Page>
  );
}

/** The kept answers as they are sent: only what was answered. */
function inputFrom({
  leftRegister,
  lastPractised,
  qualified,
  __typename: _typename,
  ...plain
}: Returner['answers']): EligibilityAnswersInput {
  const given = Object.entries(plain).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(given) as Partial<EligibilityAnswersInput>),
    ...(leftRegister === null ? {} : { leftRegister: knownParts(leftRegister) }),
    ...(lastPractised === null ? {} : { lastPractised: knownParts(lastPractised) }),
    ...(qualified === null ? {} : { qualified: knownParts(qualified) }),
  };
}

const isSame = (one: object, other: object): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => `${key}:${sorted(part)}`)
        .join()}}`
    : JSON.stringify(value);
