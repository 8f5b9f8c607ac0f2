import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useNext } from '../access/next.ts';
import { RecoveryCodes } from '../access/RecoveryCodes.tsx';
import { sayHat } from '../access/hats.ts';
import {
  beginApp,
  confirmApp,
  makeRecoveryCodes,
  removeApp,
  useSecondFactor,
  type NewKey,
  type SecondFactor,
} from '../access/second-factor.ts';
import { useSessionChange } from '../access/useSessionChange.ts';
import { confirmItIsYou } from '../apollo/confirming.ts';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice, Warning } from '../ui/Callouts.tsx';
import { errorFor, ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Loading, ProblemMessage } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const title = 'Your second factor';

/** The authenticator app and its recovery codes; for those whose role takes a second factor, where they show it or set one up. */
export function SecondFactorPage() {
  const { known, problem, again } = useSecondFactor();
  const [newKey, setNewKey] = useState<NewKey>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [said, setSaid] = useState<string>();
  const { submit, ...sending } = useSending();
  const freshCache = useFreshCache();
  const navigate = useNavigate();
  const next = useNext(paths.account);
  const { leave } = useSessionChange();
  if (known === undefined)
    return (
      <Page title={title} backHref={paths.account}>
        {problem === undefined ? (
          <Loading what="your second factor" />
        ) : (
          <ProblemMessage problem={problem} onRetry={() => void again()} />
        )}
      </Page>
    );
  const goOn = async () => {
    await freshCache();
    await navigate(next, { replace: true });
  };
  if (codes !== undefined)
    return (
      <Page title="Your recovery codes" takesFocus>
        <RecoveryCodes codes={codes} />
        <Button type="button" onClick={() => void goOn()}>
          I have kept them
        </Button>
      </Page>
    );
  if (newKey !== undefined)
    return (
      <ConfirmKey
        newKey={newKey}
        onDone={(made) => {
          setNewKey(undefined);
          setCodes(made);
        }}
      />
    );
  const begin = () =>
    submit([], async () => {
      setSaid(undefined);
      const begun = await beginApp();
      if (!('newKey' in begun)) return begun;
      setNewKey(begun.newKey);
      return { done: true };
    });
  const show = () =>
    submit([], async () => {
      if (await confirmItIsYou()) await goOn();
      return { done: true };
    });
  const renew = () =>
    submit([], async () => {
      setSaid(undefined);
      const made = await makeRecoveryCodes();
      if (!('codes' in made)) return made;
      await again();
      setCodes(made.codes);
      return { done: true };
    });
  const remove = () =>
    submit([], async () => {
      setSaid(undefined);
      const removed = await removeApp();
      if ('done' in removed) {
        await again();
        setSaid('The app and the recovery codes do not count any more.');
      }
      return removed;
    });
  const { appSince, passkeys, isMissing } = known;
  const hasNone = appSince === null && passkeys === 0;
  return (
    <Page
      title={title}
      backHref={isMissing ? undefined : paths.account}
      beforeHeading={
        <>
          {sending.problem === undefined ? null : <ProblemMessage problem={{ ...sending.problem, mayRetry: false }} />}
          <ErrorSummary errors={sending.errors} />
          {said === undefined ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
        </>
      }
    >
      {isMissing ? (
        <Warning heading="Your role takes a second factor">
          <p>
            As {sayHat(known.role).toLowerCase()} you see the records of many people, so a password or a link alone does
            not open them.{' '}
            {hasNone ? 'Set up an app or add a passkey; then you go on.' : 'Show the one you have; then you go on.'}
          </p>
          {hasNone ? null : (
            <Button type="button" busy={sending.busy} onClick={() => void show()}>
              Show your second factor
            </Button>
          )}
        </Warning>
      ) : (
        <p>
          With an authenticator app on your phone, your password or a link alone does not open your account: the app
          shows a code to type beside it. A passkey does both at once.
        </p>
      )}
      <Has known={known} />
      {isMissing && !hasNone ? null : (
        <div className="rtp-actions">
          <Button
            type="button"
            look={hasNone ? 'primary' : 'secondary'}
            busy={sending.busy}
            onClick={() => void begin()}
          >
            {appSince === null ? 'Set up an app' : 'Set up another app in its place'}
          </Button>
          {hasNone ? null : (
            <Button type="button" look="secondary" busy={sending.busy} onClick={() => void renew()}>
              Make new recovery codes
            </Button>
          )}
          {appSince === null ? null : (
            <Button type="button" look="warning" busy={sending.busy} onClick={() => void remove()}>
              Remove the app
            </Button>
          )}
          {hasNone ? (
            <ButtonLink look="secondary" href={paths.passkeys}>
              Add a passkey instead
            </ButtonLink>
          ) : null}
        </div>
      )}
      {isMissing ? (
        <>
          <h2>If you have lost it</h2>
          <p>
            A recovery code counts in place of a code of the app. If you have none, write to us:{' '}
            <Link href={paths.contact}>how to reach us</Link>.
          </p>
          <Button
            type="button"
            look="secondary"
            busy={sending.busy}
            onClick={() => void submit([], () => leave('here'))}
          >
            Sign out
          </Button>
        </>
      ) : null}
    </Page>
  );
}

const Has = ({ known: { appSince, passkeys, codesLeft } }: { known: SecondFactor }) => (
  <SummaryList
    rows={[
      { key: 'Authenticator app', value: appSince === null ? 'None' : `Since ${sayInstant(appSince)}` },
      {
        key: 'Recovery codes',
        value: codesLeft === 0 ? 'None' : `${codesLeft} left. We keep no copy that anybody could read.`,
      },
      {
        key: 'Passkeys',
        value: passkeys === 0 ? 'None' : String(passkeys),
        action: { href: paths.passkeys, text: 'See', hidden: 'your passkeys' },
      },
    ]}
  />
);

/** The key of a new app, as a drawing and in letters, and the first code by which it counts. */
function ConfirmKey({ newKey, onDone }: { newKey: NewKey; onDone: (codes: readonly string[]) => void }) {
  const [code, setCode] = useState('');
  const { submit, ...sending } = useSending();
  const { size, path } = newKey.qr;
  const send = () =>
    submit(code.trim() === '' ? [{ field: 'code', message: 'Enter the code that the app shows' }] : [], async () => {
      const sent = await confirmApp(code);
      if (!('codes' in sent)) return sent;
      onDone(sent.codes);
      return { done: true };
    });
  return (
    <FormPage
      title="Set up an authenticator app"
      sending={sending}
      send="Confirm the code"
      onSend={() => void send()}
      beside={<Link href={paths.account}>Cancel</Link>}
      intro={
        <>
          <ol className="nhsuk-list nhsuk-list--number">
            <li>Open an authenticator app. If you have none, your phone’s app store or password manager has one.</li>
            <li>Scan this picture with it, or type or paste the key below.</li>
            <li>Type the six digits that the app then shows. Nothing counts before you have.</li>
          </ol>
          <svg
            className="rtp-qr"
            viewBox={`-4 -4 ${size + 8} ${size + 8}`}
            role="img"
            aria-label="QR code with the key that stands below it in letters"
            shapeRendering="crispEdges"
          >
            <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
            <path d={path} fill="#000" />
          </svg>
          <p>
            Key: <code className="rtp-key">{newKey.key.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </>
      }
    >
      <TextInput
        id="code"
        label="Code that the app shows"
        autoComplete="one-time-code"
        inputMode="numeric"
        characters={10}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={errorFor(sending.errors, 'code')}
      />
    </FormPage>
  );
}
