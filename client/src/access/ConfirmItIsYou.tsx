import { useCallback, useEffect, useRef, useState } from 'react';
import { askBy } from '../apollo/confirming.ts';
import { Button } from '../ui/Button.tsx';
import { errorFor, ErrorSummary } from '../ui/ErrorSummary.tsx';
import { ProblemMessage, type Problem } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { askWays, confirmBy, mailCode, type WayToConfirm } from './confirm.ts';
import { PasswordInput } from './PasswordInput.tsx';

/** What the person is asked for, and how the button for it is called beside another one. */
const words: Readonly<Record<WayToConfirm, { send: string; instead: string; missing: string }>> = {
  PASSKEY: { send: 'Confirm with your passkey', instead: 'Use a passkey instead', missing: '' },
  CODE: {
    send: 'Confirm',
    instead: 'Use a code of your app instead',
    missing: 'Type the code of your app, or a recovery code',
  },
  PASSWORD: { send: 'Confirm', instead: 'Use your password instead', missing: 'Type your password' },
  MAIL: { send: 'Confirm', instead: 'Use a code by e-mail instead', missing: 'Type the code from the e-mail' },
  DEMONSTRATION: { send: 'Yes, it is me', instead: '', missing: '' },
};
const field = 'confirm-typed';
const isTyped = (way: WayToConfirm): boolean => way !== 'PASSKEY' && way !== 'DEMONSTRATION';

/**
 * Asks in front of the page who somebody is, whenever the server does. The page behind it stays as it is, and goes on with
 * what was typed there.
 */
export function ConfirmItIsYou() {
  const [answer, setAnswer] = useState<(isSure: boolean) => void>();
  const waiting = useRef<Promise<boolean> | undefined>(undefined);
  useEffect(
    () =>
      askBy(() => {
        // two questions at once are one
        waiting.current ??= new Promise<boolean>((resolve) => {
          setAnswer(() => (isSure: boolean) => {
            waiting.current = undefined;
            setAnswer(undefined);
            resolve(isSure);
          });
        });
        return waiting.current;
      }),
    [],
  );
  return answer === undefined ? null : <Question onAnswer={answer} />;
}

function Question({ onAnswer }: { onAnswer: (isSure: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [ways, setWays] = useState<readonly WayToConfirm[]>();
  const [unasked, setUnasked] = useState<Problem>();
  useEffect(() => {
    const shown = dialog.current;
    // whatever had the focus gets it back
    const before = document.activeElement;
    shown?.showModal();
    void askWays().then((asked) => ('ways' in asked ? setWays(asked.ways) : setUnasked(asked.problem)));
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      className="rtp-dialog"
      ref={dialog}
      aria-labelledby="confirm-heading"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2 id="confirm-heading" className="nhsuk-heading-m" tabIndex={-1}>
        Confirm that it is you
      </h2>
      <p>This matters, so we ask again who you are. It then holds for 10 minutes. What you typed on the page stays.</p>
      {unasked === undefined ? null : <ProblemMessage problem={{ ...unasked, mayRetry: false }} />}
      {ways?.length === 0 ? (
        <p>You have nothing here to confirm it with. Write to the address on our contact page.</p>
      ) : null}
      {ways === undefined || ways.length === 0 ? (
        <Button type="button" look="secondary" onClick={() => onAnswer(false)}>
          Cancel
        </Button>
      ) : (
        <Ways ways={ways} onAnswer={onAnswer} />
      )}
    </dialog>
  );
}

function Ways({ ways, onAnswer }: { ways: readonly WayToConfirm[]; onAnswer: (isSure: boolean) => void }) {
  const [way, setWay] = useState<WayToConfirm>(ways[0] ?? 'PASSWORD');
  const [typed, setTyped] = useState('');
  const [isMailed, setMailed] = useState(false);
  const { submit, busy, errors, problem } = useSending();
  const form = useRef<HTMLFormElement>(null);
  const focusFirst = useCallback(() => {
    form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  useEffect(focusFirst, [focusFirst, way, isMailed]);
  const asksForMail = way === 'MAIL' && !isMailed;
  const send = () =>
    submit(isTyped(way) && typed.trim() === '' ? [{ field, message: words[way].missing }] : [], async () => {
      const sent = await confirmBy(way, typed);
      if ('done' in sent) onAnswer(true);
      // the server names its own fields; here there is one
      return 'errors' in sent ? { errors: sent.errors.map((error) => ({ ...error, field })) } : sent;
    });
  const mail = () =>
    submit([], async () => {
      const sent = await mailCode();
      if ('done' in sent) setMailed(true);
      return sent;
    });
  return (
    <form
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void (asksForMail ? mail() : send());
      }}
    >
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <ErrorSummary errors={errors} />
      {way === 'DEMONSTRATION' ? (
        <p>
          In the demonstration nobody has the password or the phone of an invented person: a press of the button is
          enough.
        </p>
      ) : null}
      {way === 'MAIL' ? (
        <p>
          {isMailed
            ? 'We have sent a code to the e-mail address of your account. It counts once, and for 10 minutes.'
            : 'You have no password, passkey or app here. We send a code to the e-mail address of your account.'}
        </p>
      ) : null}
      {way === 'PASSWORD' ? (
        <PasswordInput
          id={field}
          label="Your password"
          autoComplete="current-password"
          value={typed}
          onChange={setTyped}
          error={errorFor(errors, field)}
        />
      ) : null}
      {way === 'CODE' || (way === 'MAIL' && isMailed) ? (
        <TextInput
          id={field}
          label={way === 'CODE' ? 'Code of your app, or a recovery code' : 'Code from the e-mail'}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          characters={20}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={errorFor(errors, field)}
        />
      ) : null}
      <div className="rtp-actions">
        <Button busy={busy}>{asksForMail ? 'Send me a code' : words[way].send}</Button>
        <Button type="button" look="secondary" onClick={() => onAnswer(false)}>
          Cancel
        </Button>
      </div>
      {ways
        .filter((other) => other !== way)
        .map((other) => (
          <p key={other}>
            <button
              type="button"
              className="rtp-link-button"
              onClick={() => {
                setTyped('');
                setWay(other);
              }}
            >
              {words[other].instead}
            </button>
          </p>
        ))}
    </form>
  );
}
