import { useState } from 'react';
import { useViewer } from '../access/viewer.ts';
import { cohortAsked, cohortKeys, cohortQuery } from '../cohort/asked.ts';
import { downloadReturners } from '../cohort/download.ts';
import { missingPurpose, noPurpose, PurposeFields } from '../cohort/PurposeFields.tsx';
import { useAwaited } from '../cohort/useAwaited.tsx';
import { useListAddress } from '../organisations/list-address.ts';
import { paths } from '../paths.ts';
import { placementStates } from '../placements/words.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { saveFile } from '../ui/save-file.ts';
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
  const [draft, setDraft] = useState(noPurpose);
  const [said, setSaid] = useState('');
  const { submit, ...sending } = useSending();
  const query = cohortQuery(filters);
  const back = query === '' ? paths.returners : `${paths.returners}?${query}`;
  const send = () => {
    setSaid('');
    return submit(missingPurpose(draft), async () => {
      const outcome = await downloadReturners({
        ...cohortAsked(filters, placementStates),
        ids,
        ...draft,
      });
      if ('refusal' in outcome) return { errors: [{ field: 'purposeText', message: outcome.refusal }] };
      if ('problem' in outcome) return outcome;
      saveFile(outcome.file, `returners-${viewer?.today ?? 'list'}.csv`);
      setSaid('The list is downloaded.');
      return { done: true };
    });
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
      <PurposeFields draft={draft} onChange={setDraft} errors={sending.errors} />
    </FormPage>
  );
}
