import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { PlacementToStandInQuery } from '../generated/graphql.ts';
import { placementRecordPath } from '../paths.ts';
import { otherSupervisors } from '../sign-off/chosen-supervisor.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed } from '../ui/Callouts.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const PlacementToStandIn = graphql(`
  query PlacementToStandIn($id: ID!) {
    placement(id: $id) {
      id
      state
      returnerName
      startsOn
      endsOn
      supervisorNow {
        name
        since
        frozenFrom
      }
      host {
        id
        name
        supervisors(first: 100) {
          nodes {
            ...OtherSupervisorFields
          }
        }
      }
    }
  }
`);

const NameStandIn = graphql(`
  mutation NameStandIn($input: NameStandInInput!) {
    nameStandIn(input: $input) {
      ... on StandInNamed {
        placement {
          id
          supervisorNow {
            name
            since
            frozenFrom
          }
          standIns {
            supervisorName
            from
          }
        }
      }
      ... on NameStandInRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Name another supervisor';

/** Another supervisor of the organisation takes over a placement under way: for a day off, or for good. */
export function NameStandInPage() {
  const { id = '' } = useParams();
  const today = useViewer()?.today ?? '';
  const { data, instead } = useAnswer(PlacementToStandIn, { id }, 'the placement');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.placement === null) return <NotFoundPage />;
  return <StandInForm placement={data.placement} today={today} />;
}

function StandInForm({
  placement,
  today,
}: {
  placement: NonNullable<PlacementToStandInQuery['placement']>;
  today: string;
}) {
  const { host, supervisorNow: now, startsOn, endsOn } = placement;
  const [supervisorId, setSupervisorId] = useState('');
  const [from, setFrom] = useState(now?.frozenFrom ?? (today < startsOn ? startsOn : today > endsOn ? endsOn : today));
  const { submit, ...sending } = useSending();
  const { run } = useCommand(NameStandIn);
  const navigate = useNavigate();
  const back = placementRecordPath(placement.id);
  const save = () =>
    submit(
      [
        ...(supervisorId === '' ? [{ field: 'supervisor', message: 'Choose a supervisor' }] : []),
        ...(from === '' ? [{ field: 'from', message: 'Give their first day' }] : []),
      ],
      async () => {
        const outcome = await run({ placementId: placement.id, supervisorId, from });
        if ('problem' in outcome) return outcome;
        const { nameStandIn: answer } = outcome.data;
        if (answer.__typename === 'NameStandInRefused')
          return { errors: errorsFrom(answer.refusals, (path) => (path.at(-1) === 'from' ? 'from' : 'supervisor')) };
        await navigate(back, { state: { said: `Another supervisor is named from ${sayDate(from)} on.` } });
        return { done: true };
      },
    );
  return (
    <FormPage
      title={title}
      caption={`${placement.returnerName}, ${host.name}`}
      backHref={back}
      sending={sending}
      send="Name them"
      onSend={() => void save()}
      intro={
        <>
          <p>
            {now === null
              ? 'Nobody is named yet.'
              : `${now.name} supervises since ${sayDate(now.since)}.${now.frozenFrom === null ? '' : ` No day can be logged under them from ${sayDate(now.frozenFrom)} on.`}`}
          </p>
          <p>
            Days from the one you give on are those of the other supervisor; days before stay as they are. Each signs
            the days they supervised. <Assumed />
          </p>
        </>
      }
      beside={<Link href={back}>Cancel</Link>}
    >
      <Select
        id="supervisor"
        label="Who supervises from then on?"
        value={supervisorId}
        onChange={(event) => setSupervisorId(event.target.value)}
        options={otherSupervisors(host.supervisors.nodes)}
        error={errorFor(sending.errors, 'supervisor')}
      />
      <TextInput
        id="from"
        label="Their first day"
        type="date"
        min={startsOn}
        max={endsOn}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        error={errorFor(sending.errors, 'from')}
      />
    </FormPage>
  );
}
