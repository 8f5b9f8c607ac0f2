import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { confidences } from '../agreement/words.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { OwnConfidenceQuery } from '../generated/graphql.ts';
import { ownConfidencePath, paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const OwnConfidence = graphql(`
  query OwnConfidence {
    viewer {
      returner {
        id
        selfAssessment {
          ...SelfAssessmentFields
        }
      }
    }
  }
`);

const SayConfidence = graphql(`
  mutation SayConfidence($input: AssessStandardInput!) {
    assessStandard(input: $input) {
      ... on StandardAssessed {
        returner {
          id
          selfAssessment {
            ...SelfAssessmentFields
          }
        }
      }
      ... on AssessStandardRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Assessment = NonNullable<OwnConfidenceQuery['viewer']['returner']>['selfAssessment'];

/** One standard on one page: how confident, what to reach, what would show it. */
export function OwnConfidencePage() {
  const number = Number(useParams()['number']);
  const { data, instead, retry } = useAnswer(OwnConfidence, {}, 'this standard');
  if (data === undefined) return <Page title="One standard">{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const standard = returner.selfAssessment.standards.find((each) => each.number === number);
  if (standard === undefined) return <NotFoundPage />;
  return (
    <ConfidenceForm
      key={number}
      returnerId={returner.id}
      assessment={returner.selfAssessment}
      standard={standard}
      readAgain={retry}
    />
  );
}

interface ConfidenceFormProps {
  returnerId: string;
  assessment: Assessment;
  standard: Assessment['standards'][number];
  readAgain: () => void;
}

function ConfidenceForm({ returnerId, assessment, standard, readAgain }: ConfidenceFormProps) {
  const [draft, setDraft] = useState({
    before: standard.before ?? '',
    after: standard.after ?? '',
    goal: standard.goal ?? '',
    evidence: standard.evidence ?? '',
  });
  const change = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const { submit, ...sending } = useSending();
  const { run } = useCommand(SayConfidence);
  const navigate = useNavigate();
  // the first answer stays as it was once there is a second one
  const asksBefore = standard.after === null;
  const asksAfter = assessment.isAfterOpen && standard.before !== null;
  const isLast = standard.number === assessment.standards.length;
  const save = (goesOn: boolean) =>
    submit(
      asksBefore && draft.before === '' ? [{ field: 'before', message: 'Say how confident you feel' }] : [],
      async () => {
        const outcome = await run({
          returnerId,
          number: standard.number,
          expectedVersion: standard.version,
          ...(asksBefore && isOneOf(confidences, draft.before) ? { before: draft.before } : {}),
          ...(asksAfter && isOneOf(confidences, draft.after) ? { after: draft.after } : {}),
          goal: draft.goal,
          evidence: draft.evidence,
        });
        if ('problem' in outcome) return outcome;
        const { assessStandard: answer } = outcome.data;
        if (answer.__typename === 'AssessStandardRefused') {
          if (isConflict(answer.refusals)) readAgain();
          return { errors: errorsFrom(answer.refusals) };
        }
        await (goesOn && !isLast
          ? navigate(ownConfidencePath(standard.number + 1))
          : navigate(paths.selfAssessment, { state: { said: `Standard ${standard.number} is saved.` } }));
        return { done: true };
      },
    );
  return (
    <FormPage
      title={standard.label}
      caption={`Standard ${standard.number} of 15`}
      backHref={paths.selfAssessment}
      sending={sending}
      send={isLast ? 'Save' : 'Save and go on'}
      onSend={() => void save(true)}
      intro={
        <p>
          The label is ours. <a href={assessment.source.url}>Read HCPC’s own words on its website</a>.
        </p>
      }
      beside={
        isLast ? null : (
          <Button look="secondary" type="button" busy={sending.busy} onClick={() => void save(false)}>
            Save and stop here
          </Button>
        )
      }
    >
      {asksBefore || standard.before === null ? (
        <Radios
          id="before"
          name="before"
          label={
            assessment.isAfterOpen
              ? 'How confident did you feel at the start?'
              : 'How confident do you feel, before you start?'
          }
          legendSize="m"
          choices={choicesOf(confidences)}
          value={draft.before}
          onChange={(before) => change({ before })}
          error={errorFor(sending.errors, 'before')}
        />
      ) : (
        <Inset>
          <p>
            At the start{standard.beforeOn === null ? '' : `, on ${sayDate(standard.beforeOn)}`}:{' '}
            <strong>{confidences[standard.before]}</strong>. This stays as it was, so that you can see how far you have
            come.
          </p>
        </Inset>
      )}
      {asksAfter ? (
        <Radios
          id="after"
          name="after"
          label="How confident do you feel now?"
          hint="You can leave this for later."
          legendSize="m"
          choices={choicesOf(confidences)}
          value={draft.after}
          onChange={(after) => change({ after })}
          error={errorFor(sending.errors, 'after')}
        />
      ) : null}
      <TextArea
        id="goal"
        label="What do you want to reach? (if anything)"
        hint="Never write anything that could tell who a patient is."
        maxLength={500}
        value={draft.goal}
        onChange={(event) => change({ goal: event.target.value })}
        error={errorFor(sending.errors, 'goal')}
      />
      <TextArea
        id="evidence"
        label="What would show it? (if you know)"
        hint="For example a reflection, a certificate, or your supervisor’s feedback."
        maxLength={500}
        value={draft.evidence}
        onChange={(event) => change({ evidence: event.target.value })}
        error={errorFor(sending.errors, 'evidence')}
      />
    </FormPage>
  );
}
