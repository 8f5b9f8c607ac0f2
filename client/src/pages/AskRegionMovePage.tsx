import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { moveReasons } from '../cohort/words.ts';
import { graphql } from '../generated/gql.ts';
import { returnerPath } from '../paths.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Select } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const ReturnerToMove = graphql(`
  query ReturnerToMove($id: ID!) {
    ...RegionChoices
    returner(id: $id) {
      id
      displayName
      describedAs
      region {
        id
        code
        name
      }
    }
  }
`);

const AskRegionMove = graphql(`
  mutation AskRegionMove($input: AskRegionMoveInput!) {
    askRegionMove(input: $input) {
      ... on RegionMoveAsked {
        regionMove {
          id
          state
        }
      }
      ... on AskRegionMoveRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Asks another region to take somebody on. */
export function AskRegionMovePage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(ReturnerToMove, { id }, 'this returner');
  const [region, setRegion] = useState('');
  const [reason, setReason] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(AskRegionMove);
  const navigate = useNavigate();
  if (data === undefined) return <Page title="Move to another region">{instead}</Page>;
  const { returner, regions } = data;
  if (returner === null) return <NotFoundPage />;
  const send = () =>
    submit(
      [
        ...(region === '' ? [{ field: 'toRegionCode', message: 'Choose a region' }] : []),
        ...(reason === '' ? [{ field: 'reason', message: 'Choose why' }] : []),
      ],
      async () => {
        if (!isOneOf(moveReasons, reason)) return { done: true };
        const outcome = await run({ returnerId: returner.id, toRegionCode: region, reason });
        if ('problem' in outcome) return outcome;
        const { askRegionMove } = outcome.data;
        if (askRegionMove.__typename === 'AskRegionMoveRefused') return { errors: errorsFrom(askRegionMove.refusals) };
        await navigate(returnerPath(returner.id), {
          state: { said: 'The other region is asked. Nothing changes until it agrees.' },
        });
        return { done: true };
      },
    );
  return (
    <FormPage
      title="Move to another region"
      caption={`${returner.displayName}, ${returner.describedAs}`}
      backHref={returnerPath(returner.id)}
      sending={sending}
      send="Ask the other region"
      onSend={() => void send()}
      intro={
        <p className="nhsuk-u-reading-width">
          A coordinator there accepts or declines. Until then nothing changes, and they do not learn who the person is.
          Once they accept, you do not see the record any more.
        </p>
      }
      beside={<Link href={returnerPath(returner.id)}>Cancel</Link>}
    >
      <Select
        id="toRegionCode"
        label="Which region"
        value={region}
        onChange={(event) => setRegion(event.target.value)}
        error={errorFor(sending.errors, 'toRegionCode')}
        options={[
          { value: '', label: 'Choose a region' },
          ...regions.nodes
            .filter(({ code }) => code !== returner.region?.code)
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Radios
        id="reason"
        name="reason"
        label="Why"
        choices={choicesOf(moveReasons)}
        value={reason}
        onChange={setReason}
        error={errorFor(sending.errors, 'reason')}
      />
    </FormPage>
  );
}
