import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { WayToCorrectQuery } from '../generated/graphql.ts';
import { placementRecordPath } from '../paths.ts';
import { sayWay } from '../placements/say-way.ts';
import { travelModes } from '../placements/words.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const WayToCorrect = graphql(`
  query WayToCorrect($id: ID!) {
    placement(id: $id) {
      id
      site {
        id
        name
      }
      travel {
        minutes
        plusMinus
        origin
      }
      request {
        id
        travelMode
        returner {
          id
          homeDistrict {
            id
            code
          }
        }
      }
    }
  }
`);

const CorrectTravel = graphql(`
  mutation CorrectTravel($input: CorrectTravelInput!) {
    correctTravel(input: $input) {
      ... on TravelCorrected {
        placementSite {
          id
        }
      }
      ... on CorrectTravelRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<WayToCorrectQuery['placement']>;

const title = 'How long does the way take?';

/** Puts the minutes of a way right, for everybody of the same postcode district. */
export function CorrectTravelPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(WayToCorrect, { id }, 'the way');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { placement } = data;
  const request = placement?.request ?? null;
  if (placement === null || request === null || request.returner.homeDistrict === null) return <NotFoundPage />;
  return <WayForm placement={placement} request={request} district={request.returner.homeDistrict.code} />;
}

interface WayFormProps {
  placement: Placement;
  request: NonNullable<Placement['request']>;
  district: string;
}

function WayForm({ placement, request, district }: WayFormProps) {
  const [minutes, setMinutes] = useState('');
  const [mode, setMode] = useState<string>(request.travelMode);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(CorrectTravel);
  const navigate = useNavigate();
  const back = placementRecordPath(placement.id);
  const missing = /^\d{1,3}$/.test(minutes.trim())
    ? []
    : [{ field: 'minutes', message: 'Enter how many minutes the way takes, as a number' }];
  const save = () =>
    submit(missing, async () => {
      const outcome = await run({
        placementRequestId: request.id,
        placementSiteId: placement.site.id,
        travelMode: isOneOf(travelModes, mode) ? mode : request.travelMode,
        minutes: Number(minutes),
      });
      if ('problem' in outcome) return outcome;
      const { correctTravel: answer } = outcome.data;
      if (answer.__typename === 'CorrectTravelRefused') return { errors: errorsFrom(answer.refusals) };
      await navigate(back, {
        state: { said: `From ${district} to ${placement.site.name} it is ${Number(minutes)} minutes from now on.` },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`From ${district} to ${placement.site.name}`}
      backHref={back}
      sending={sending}
      send="Put it right"
      onSend={() => void save()}
      intro={
        <p>
          {placement.travel === null ? '' : `So far: ${sayWay(placement.travel)}. `}What you enter stays, is marked as
          put right, and holds for everybody who lives in {district}.
        </p>
      }
      beside={<Link href={back}>Cancel</Link>}
    >
      <Radios
        id="travelMode"
        name="travelMode"
        label="How does one travel?"
        legendSize="s"
        choices={choicesOf(travelModes)}
        value={mode}
        onChange={setMode}
        error={errorFor(sending.errors, 'travelMode')}
      />
      <TextInput
        id="minutes"
        label="Minutes one way, from door to door"
        inputMode="numeric"
        autoComplete="off"
        characters={3}
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
        error={errorFor(sending.errors, 'minutes')}
      />
    </FormPage>
  );
}
