import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { OwnApplication } from '../application/application.ts';
import { entryErrors } from '../application/EntryForm.tsx';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { emptyDate, readWholeDate, typedFromDate } from '../ui/approximate-date.ts';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const PlanApplication = graphql(`
  mutation PlanApplication($input: PlanApplicationInput!) {
    planApplication(input: $input) {
      ... on ApplicationPlanned {
        returner {
          id
          version
          application {
            ...ApplicationFields
          }
        }
      }
      ... on PlanApplicationRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Names the day on which the person plans to send. */
export function PlanApplicationPage() {
  const { data, instead } = useAnswer(OwnApplication, {}, 'your application');
  if (data === undefined) return <Page title="When do you plan to send it?">{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  return <PlanForm returnerId={returner.id} plannedOn={returner.application.planned?.on} />;
}

function PlanForm({ returnerId, plannedOn }: { returnerId: string; plannedOn: string | undefined }) {
  const [typed, setTyped] = useState(plannedOn === undefined ? emptyDate : typedFromDate(plannedOn));
  const { submit, ...sending } = useSending();
  const { run } = useCommand(PlanApplication);
  const navigate = useNavigate();
  const isEmpty = Object.values(typed).every((part) => part.trim() === '');
  const read = isEmpty ? { date: null } : readWholeDate(typed, 'the day');
  const send = () =>
    submit(
      'message' in read ? [{ field: datePartId('plannedOn', read.part), message: read.message }] : [],
      async () => {
        const outcome = await run({ returnerId, plannedOn: 'date' in read ? read.date : null });
        if ('problem' in outcome) return outcome;
        const { planApplication: answer } = outcome.data;
        if (answer.__typename === 'PlanApplicationRefused')
          return {
            errors: entryErrors(answer.refusals).map((error) => ({
              ...error,
              field: error.field === 'plannedOn' ? datePartId('plannedOn', 'day') : error.field,
            })),
          };
        await navigate(paths.application);
        return { done: true };
      },
    );
  return (
    <FormPage
      title="When do you plan to send it?"
      caption="Your application"
      backHref={paths.application}
      sending={sending}
      send="Save"
      onSend={() => void send()}
      intro={
        <p>
          Only updating within 12 months before that day counts. We count your log for it, and warn you of days that
          drop out before. Your coordinators see the day, if you let them see your record.
        </p>
      }
    >
      <DateInput
        id="plannedOn"
        label="The day"
        hint="Leave it empty if you do not know yet."
        legendSize="s"
        value={typed}
        onChange={setTyped}
        error={sending.errors.find(({ field }) => field?.startsWith('plannedOn'))?.message}
      />
    </FormPage>
  );
}
