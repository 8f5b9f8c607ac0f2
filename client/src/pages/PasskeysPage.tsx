import { useState } from 'react';
import { addPasskey, removePasskey, renamePasskey, usePasskeys, type Passkey } from '../access/passkeys.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Details, Notice } from '../ui/Callouts.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Loading, ProblemMessage } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

/** The person's passkeys: which there are, a new one, another name, and the end of one. */
export function PasskeysPage() {
  const { passkeys, problem, again } = usePasskeys();
  const [name, setName] = useState('');
  const [said, setSaid] = useState<string>();
  const { submit, ...sending } = useSending();
  const change = (send: () => Promise<Sent>, done: string, missing: { field: string; message: string }[] = []) =>
    submit(missing, async () => {
      setSaid(undefined);
      const sent = await send();
      if ('done' in sent) {
        await again();
        setSaid(done);
      }
      return sent;
    });
  const add = () =>
    change(
      async () => {
        const sent = await addPasskey(name.trim());
        if ('done' in sent) setName('');
        return sent;
      },
      'The passkey is added. Use it the next time you sign in.',
      name.trim() === '' ? [{ field: 'name', message: 'Give the passkey a name, such as “my phone”' }] : [],
    );
  return (
    <FormPage
      title="Your passkeys"
      backHref={paths.account}
      sending={sending}
      send="Add a passkey"
      onSend={() => void add()}
      intro={
        <>
          {said === undefined ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
          <p>
            With a passkey you sign in as you unlock your phone or computer: with your face, a finger or a PIN. There is
            nothing to remember or to type. We tell your e-mail address of each passkey that is added or removed.
          </p>
          {problem === undefined ? null : <ProblemMessage problem={problem} onRetry={() => void again()} />}
          {passkeys === undefined && problem === undefined ? <Loading what="your passkeys" /> : null}
          {passkeys?.length === 0 ? <p>You have no passkey yet.</p> : null}
          {passkeys?.map((passkey) => (
            <OnePasskey
              key={passkey.id}
              passkey={passkey}
              busy={sending.busy}
              onRename={(called) =>
                void change(() => renamePasskey(passkey.id, called), `The passkey is called ${called} now.`)
              }
              onRemove={() =>
                void change(
                  () => removePasskey(passkey.id),
                  `${passkey.name} does not sign you in any more. You can still sign in by a link.`,
                )
              }
            />
          ))}
          <h2>Add a passkey</h2>
        </>
      }
      below={
        <p>
          If you lose the device, <Link href={paths.sendLink}>sign in by a link</Link> that we send to your e-mail
          address, and remove its passkey here.
        </p>
      }
    >
      <TextInput
        id="name"
        label="Name of the passkey"
        hint="So that you know it again, for example “my phone”"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        error={errorFor(sending.errors, 'name')}
      />
    </FormPage>
  );
}

function OnePasskey({
  passkey,
  busy,
  onRename,
  onRemove,
}: {
  passkey: Passkey;
  busy: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
}) {
  const [called, setCalled] = useState(passkey.name);
  const heading = `passkey-${passkey.id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="nhsuk-heading-s">
        {passkey.name}
      </h2>
      <SummaryList
        rows={[
          { key: 'Added', value: sayInstant(passkey.madeAt) },
          { key: 'Last used', value: passkey.usedAt === null ? 'Never' : sayInstant(passkey.usedAt) },
        ]}
      />
      <Details summary={`Change or remove ${passkey.name}`}>
        <TextInput
          id={`name-${passkey.id}`}
          label={`New name for ${passkey.name}`}
          value={called}
          maxLength={60}
          onChange={(event) => setCalled(event.target.value)}
        />
        <div className="rtp-actions">
          <Button
            type="button"
            look="secondary"
            busy={busy || called.trim() === ''}
            onClick={() => onRename(called.trim())}
          >
            Save name
          </Button>
          <Button type="button" look="warning" busy={busy} onClick={onRemove}>
            Remove <span className="nhsuk-u-visually-hidden">{passkey.name}</span>
          </Button>
        </div>
      </Details>
    </section>
  );
}
