import { useState } from 'react';
import { useViewer } from '../access/viewer.ts';
import { cohortAsked, cohortKeys, cohortQuery } from '../cohort/asked.ts';
import { downloadReturners, purposes } from '../cohort/download.ts';
import { useAwaited } from '../cohort/useAwaited.tsx';
import { choicesOf } from '../cohort/words.ts';
import { useListAddress } from '../organisations/list-address.ts';
import { paths } from '../paths.ts';
import { placementStates } from '../placements/words.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const title = 'Download the list';

/** The list of returners as a file, with the filters that stand in the address, for a purpose that is noted. */
export function DownloadReturnersPage() {
  const { filters } = useListAddress(...cohortKeys);
  return filters.decision === 'mine' ? <DownloadAwaited /> : <Download ids={null} />;
}

function DownloadAwaited() {
  const { awaited, instead } = useAwaited();
  return awaited === undefined ? <Page title={title}>{instead}</Page> : <Download ids={awaited.ids} />;
}

function Download({ ids }: { ids: string[] | null }) {
  const viewer = useViewer();
  const { filters } = useListAddress(...cohortKeys);
  const [purpose, setPurpose] = useState('');
  const [purposeText, setPurposeText] = useState('');
  const [said, setSaid] = useState('');
  const { submit, ...sending } = useSending();
  const query = cohortQuery(filters);
  const back = query === '' ? paths.returners : `${paths.returners}?${query}`;
  const send = () => {
    setSaid('');
    return submit(
      [
        ...(purpose === '' ? [{ field: 'purpose', message: 'Choose what it is for' }] : []),
        ...(purposeText.trim() === '' ? [{ field: 'purposeText', message: 'Say in a few words what it is for' }] : []),
      ],
      async () => {
        const outcome = await downloadReturners({
          ...cohortAsked(filters, placementStates),
          ids,
          purpose,
          purposeText,
        });
        if ('refusal' in outcome) return { errors: [{ field: 'purposeText', message: outcome.refusal }] };
        if ('problem' in outcome) return outcome;
        saveFile(outcome.file, `returners-${viewer?.today ?? 'list'}.csv`);
        setSaid('The list is downloaded.');
        return { done: true };
      },
    );
  };
  return (
    <FormPage
      title={title}
      caption={viewer?.places.join(', ')}
      backHref={back}
      sending={sending}
      send="Download"
      onSend={() => void send()}
      intro={
        <p className="nhsuk-u-reading-width">
          The file holds the people of the list you came from, with its filters: name, field of practice, region, board,
          how far they are, placement, wait and hours. It holds nothing about health or needs. That you took it, and for
          what, is noted. Keep it no longer than you need it: whoever takes back their agreement does not leave your
          file.
        </p>
      }
      beside={<Link href={back}>Back to the list</Link>}
      below={<p role="status">{said}</p>}
    >
      <Select
        id="purpose"
        label="What is it for?"
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
        error={errorFor(sending.errors, 'purpose')}
        options={[{ value: '', label: 'Choose' }, ...choicesOf(purposes)]}
      />
      <TextInput
        id="purposeText"
        label="In a few words"
        hint="For example “Calls of this week”. Do not use a person’s name."
        maxLength={200}
        value={purposeText}
        onChange={(event) => setPurposeText(event.target.value)}
        error={errorFor(sending.errors, 'purposeText')}
      />
    </FormPage>
  );
}
