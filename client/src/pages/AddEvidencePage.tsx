import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ReminderOfPatients } from '../evidence/ReminderOfPatients.tsx';
import { sendFile, shrunk } from '../evidence/send-file.ts';
import { evidencePath, paths } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { describedBy, FormGroup } from '../ui/FormGroup.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { useSending } from '../ui/useSending.ts';

/** As the server has it; one that is larger is not sent in vain. */
const bytesAtMost = 10 * 1024 * 1024;

/** Chooses one file and sends it. What it is and what it is for is said on the next page. */
export function AddEvidencePage() {
  const [file, setFile] = useState<File | null>(null);
  const key = useRef(crypto.randomUUID());
  const { submit, ...sending } = useSending();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const isPhoto = file?.type.startsWith('image/') === true;
  const missing =
    file === null
      ? [{ field: 'file', message: 'Choose a file' }]
      : file.size > bytesAtMost && !isPhoto
        ? [
            {
              field: 'file',
              message: 'The file is too large. Send at most 10 MB: print it to a smaller PDF, or split it',
            },
          ]
        : [];
  const send = () =>
    submit(missing, async () => {
      if (file === null) return { done: true };
      let sentId = '';
      const sent = await sendFile(await shrunk(file), key.current, (id) => {
        sentId = id;
      });
      const day = search.get('day');
      const query = day === null ? '' : `?${new URLSearchParams({ day })}`;
      if (sentId !== '') await navigate(`${evidencePath(sentId)}${query}`);
      return sent;
    });
  const error = errorFor(sending.errors, 'file');
  return (
    <FormPage
      title="Add a file"
      caption="Your evidence"
      backHref={paths.evidence}
      sending={sending}
      send={sending.busy ? 'Sending…' : 'Send the file'}
      onSend={() => void send()}
      intro={<ReminderOfPatients />}
      beside={<Link href={paths.evidence}>Cancel</Link>}
      below={
        <p>
          We look at what the file is, whatever it is called. From photos we take out where and when they were taken,
          and large ones are made smaller. We do not keep the name of your file.
        </p>
      }
    >
      <FormGroup id="file" label="Choose a file" hint="PDF, JPEG or PNG, at most 10 MB." error={error}>
        <input
          type="file"
          id="file"
          className="nhsuk-file-upload rtp-file"
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          aria-describedby={describedBy({ id: 'file', hint: 'hint', error })}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => {
            key.current = crypto.randomUUID();
            setFile(event.currentTarget.files?.[0] ?? null);
          }}
        />
      </FormGroup>
    </FormPage>
  );
}
