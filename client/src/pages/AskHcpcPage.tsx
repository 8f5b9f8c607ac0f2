import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AskHcpcQuery, ReturnRoute } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { emptyDate, readWholeDate, sayDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { Select } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const AskHcpc = graphql(`
  query AskHcpc {
    viewer {
      returner {
        id
        questionToHcpc {
          askedOn
          answeredOn
          answeredDays
          answeredRoute
        }
        eligibility {
          ... on EligibilityOutcome {
            verdict
            summary
            possibilities {
              when
              route
              requirement {
                days
              }
            }
          }
        }
      }
    }
  }
`);

const RecordQuestion = graphql(`
  mutation RecordQuestionToHcpc($input: RecordQuestionToHcpcInput!) {
    recordQuestionToHcpc(input: $input) {
      ... on QuestionToHcpcRecorded {
        returner {
          id
          version
          questionToHcpc {
            askedOn
            answeredOn
            answeredDays
            answeredRoute
          }
        }
      }
      ... on RecordQuestionToHcpcRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const RecordAnswer = graphql(`
  mutation RecordAnswerFromHcpc($input: RecordAnswerFromHcpcInput!) {
    recordAnswerFromHcpc(input: $input) {
      ... on AnswerFromHcpcRecorded {
        returner {
          id
          version
          questionToHcpc {
            askedOn
            answeredOn
            answeredDays
            answeredRoute
          }
        }
      }
      ... on RecordAnswerFromHcpcRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Returner = NonNullable<AskHcpcQuery['viewer']['returner']>;

/** Where the published rules settle nothing: records that HCPC was asked, and then what it answered. */
export function AskHcpcPage() {
  const { data, instead } = useAnswer(AskHcpc, {}, 'your question');
  if (data === undefined) return <Page title="Ask HCPC">{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const { eligibility, questionToHcpc } = returner;
  if (
    questionToHcpc === null &&
    eligibility.__typename === 'EligibilityOutcome' &&
    eligibility.verdict !== 'ASK_HCPC'
  ) {
    return (
      <Page title="There is nothing to ask HCPC" backHref={paths.pathway}>
        <p>The published rules settle your case. If your answers change, this step comes back where it is needed.</p>
      </Page>
    );
  }
  return questionToHcpc === null ? <QuestionForm returner={returner} /> : <AnswerForm returner={returner} />;
}

const dateField = (id: string) => (path: readonly string[]) => {
  const last = path.at(-1);
  return last === 'askedOn' || last === 'answeredOn' ? datePartId(id, 'day') : last;
};

const errorOfDate = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field !== undefined && field.startsWith(`${id}-`))?.message;

function useDate(id: string, subject: string) {
  const [typed, setTyped] = useState(emptyDate);
  const read = readWholeDate(typed, subject);
  return {
    typed,
    setTyped,
    read,
    missing: 'message' in read ? [{ field: datePartId(id, read.part), message: read.message }] : [],
  };
}

function QuestionForm({ returner }: { returner: Returner }) {
  const asked = useDate('askedOn', 'the day you asked');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(RecordQuestion);
  const navigate = useNavigate();
  const send = () =>
    submit(asked.missing, async () => {
      const outcome = await run({ returnerId: returner.id, askedOn: 'date' in asked.read ? asked.read.date : '' });
      if ('problem' in outcome) return outcome;
      const { recordQuestionToHcpc } = outcome.data;
      if (recordQuestionToHcpc.__typename === 'RecordQuestionToHcpcRefused') {
        return { errors: errorsFrom(recordQuestionToHcpc.refusals, dateField('askedOn')) };
      }
      await navigate(paths.pathway);
      return { done: true };
    });
  const { eligibility } = returner;
  return (
    <FormPage
      title="Ask HCPC about your case"
      caption="Your pathway"
      backHref={paths.pathway}
      sending={sending}
      send="I have asked HCPC"
      onSend={() => void send()}
      intro={
        <>
          <p>
            The published rules do not settle your case. Only HCPC can. Ask them, then tell us here on which day you
            asked.
          </p>
          {eligibility.__typename === 'EligibilityOutcome' ? (
            <>
              <p>These answers are possible:</p>
              <ul>
                {eligibility.possibilities.map(({ when, requirement }) => (
                  <li key={when}>
                    {when}: {requirement.days === 0 ? 'no updating' : `${requirement.days} days of updating`}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <p>
            <a href="https://www.hcpc-uk.org/">Find out how to reach HCPC on its own site</a>
          </p>
        </>
      }
    >
      <DateInput
        id="askedOn"
        label="When did you ask?"
        value={asked.typed}
        onChange={asked.setTyped}
        error={errorOfDate(sending.errors, 'askedOn')}
      />
    </FormPage>
  );
}

/** The ways back that HCPC can name in an answer, as they are said. */
const routes: readonly { value: ReturnRoute; label: string }[] = [
  { value: 'READMISSION', label: 'Readmission' },
  { value: 'READMISSION_WITH_UPDATING', label: 'Readmission, with updating' },
  { value: 'UK_APPLICATION', label: 'First application, trained in the United Kingdom' },
  { value: 'UK_APPLICATION_WITH_UPDATING', label: 'First application, trained in the United Kingdom, with updating' },
  { value: 'INTERNATIONAL_APPLICATION', label: 'International application' },
  { value: 'RESTORATION', label: 'Restoration' },
  { value: 'RENEW_OR_LEAVE', label: 'Choose at renewal' },
  { value: 'STAY_REGISTERED', label: 'Nothing to apply for' },
];

function AnswerForm({ returner }: { returner: Returner }) {
  const answered = useDate('answeredOn', 'the day of the answer');
  const [days, setDays] = useState('');
  const [route, setRoute] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(RecordAnswer);
  const navigate = useNavigate();
  const chosen = routes.find(({ value }) => value === route)?.value;
  const send = () =>
    submit(
      [
        ...answered.missing,
        ...(chosen === undefined ? [{ field: 'route', message: 'Choose the way back that HCPC named' }] : []),
        ...(days === '' ? [{ field: 'days', message: 'Choose how many days HCPC asks for' }] : []),
      ],
      async () => {
        const outcome = await run({
          returnerId: returner.id,
          answeredOn: 'date' in answered.read ? answered.read.date : '',
          route: chosen ?? 'READMISSION',
          days: Number(days),
        });
        if ('problem' in outcome) return outcome;
        const { recordAnswerFromHcpc } = outcome.data;
        if (recordAnswerFromHcpc.__typename === 'RecordAnswerFromHcpcRefused') {
          return { errors: errorsFrom(recordAnswerFromHcpc.refusals, dateField('answeredOn')) };
        }
        await navigate(paths.pathway);
        return { done: true };
      },
    );
  const { questionToHcpc } = returner;
  return (
    <FormPage
      title="What did HCPC answer?"
      caption="Your pathway"
      backHref={paths.pathway}
      sending={sending}
      send="Save the answer"
      onSend={() => void send()}
      intro={
        <>
          <p>
            You asked on {sayDate(questionToHcpc?.askedOn ?? '')}. Keep the letter or e-mail: you may need to show it.
          </p>
          {questionToHcpc?.answeredOn ? (
            <p>
              You recorded an answer of {sayDate(questionToHcpc.answeredOn)}: {questionToHcpc.answeredDays} days. You
              can correct it here.
            </p>
          ) : null}
        </>
      }
    >
      <DateInput
        id="answeredOn"
        label="When did the answer come?"
        legendSize="s"
        value={answered.typed}
        onChange={answered.setTyped}
        error={errorOfDate(sending.errors, 'answeredOn')}
      />
      <Select
        id="route"
        label="Which way back did HCPC name?"
        value={route}
        onChange={(event) => setRoute(event.target.value)}
        error={errorFor(sending.errors, 'route')}
        options={[{ value: '', label: 'Choose one' }, ...routes]}
      />
      <Radios
        id="days"
        name="days"
        label="How many days of updating does HCPC ask for?"
        legendSize="s"
        choices={[
          { value: '0', label: 'None' },
          { value: '30', label: '30 days' },
          { value: '60', label: '60 days' },
        ]}
        value={days}
        onChange={setDays}
        error={errorFor(sending.errors, 'days')}
      />
    </FormPage>
  );
}
