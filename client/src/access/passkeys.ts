import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { useCallback, useEffect, useState } from 'react';
import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Problem } from '../ui/States.tsx';
import type { Sent } from '../ui/useSending.ts';
import { postFor } from './requests.ts';

/** A passkey of the person's own. */
export interface Passkey {
  id: string;
  name: string;
  madeAt: string;
  usedAt: string | null;
}

/** What a device did not do, in the words of a person. The field is the one that gets the focus. */
const notAnswered = (field: string, what: string): Sent => ({
  errors: [{ field, message: `${what} Try again, or use another device or browser` }],
});

type Question = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

/** What the server asks of the device: which of the two it is follows from the address that was asked. */
const isQuestion = (answer: unknown): answer is Question =>
  typeof Reflect.get(Object(answer), 'challenge') === 'string';

/** Adds a passkey: the server asks, the device makes it behind the person's own unlocking, the server keeps its public half. */
export async function addPasskey(name: string): Promise<Sent> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const asked = await postFor('/passkeys/begin', {});
  if (!('answer' in asked)) return asked;
  if (!isQuestion(asked.answer)) return { problem: noAnswer };
  let made;
  try {
    made = await startRegistration({ optionsJSON: asked.answer });
  } catch (error) {
    return error instanceof Error && error.name === 'InvalidStateError'
      ? { errors: [{ field: 'name', message: 'This device has a passkey for your account already' }] }
      : notAnswered('name', 'Your device has made no passkey.');
  }
  const { id, rawId, type } = made;
  const { clientDataJSON, attestationObject, transports = [] } = made.response;
  const answer = { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
  const added = await postFor('/passkeys/add', { name, answer });
  return 'answer' in added ? { done: true } : added;
}

/** What the device answers to a question of the server, behind the person's own unlocking. The field is the one that gets the focus. */
export async function answerQuestion(path: string, field: string): Promise<{ answer: object } | Sent> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const asked = await postFor(path, {});
  if (!('answer' in asked)) return asked;
  if (!isQuestion(asked.answer)) return { problem: noAnswer };
  let signed;
  try {
    signed = await startAuthentication({ optionsJSON: asked.answer });
  } catch {
    return notAnswered(field, 'Your device has given no passkey.');
  }
  const { id, rawId, type } = signed;
  const { clientDataJSON, authenticatorData, signature } = signed.response;
  return { answer: { id, rawId, type, response: { clientDataJSON, authenticatorData, signature } } };
}

/** Signs in with a passkey alone: the device offers those it has, and nobody types who they are. */
export async function signInByPasskey(deviceName: string | null): Promise<Sent> {
  const signed = await answerQuestion('/passkey/begin', 'email');
  if (!('answer' in signed)) return signed;
  const sent = await postFor('/passkey/sign-in', { answer: signed.answer, deviceName });
  if ('answer' in sent) return { done: true };
  return 'code' in sent && sent.code === 'UNAUTHENTICATED'
    ? { errors: [{ field: 'email', message: 'This passkey does not open an account here. Sign in another way' }] }
    : sent;
}

const done = async (sent: ReturnType<typeof postFor>): Promise<Sent> => {
  const answered = await sent;
  return 'answer' in answered ? { done: true } : answered;
};

/** Calls a passkey something else. */
export const renamePasskey = (passkeyId: string, name: string): Promise<Sent> =>
  done(postFor('/passkeys/rename', { passkeyId, name }));

/** Takes a passkey away. */
export const removePasskey = (passkeyId: string): Promise<Sent> => done(postFor('/passkeys/remove', { passkeyId }));

const ask = async (): Promise<Passkey[] | { problem: Problem }> => {
  try {
    const response = await fetch(new URL('/auth/passkeys', location.origin), { credentials: 'same-origin' });
    const answer: unknown = await response.json();
    const passkeys: unknown = Reflect.get(Object(answer), 'passkeys');
    if (response.ok && Array.isArray(passkeys)) return passkeys;
    return { problem: problemWithCode(response.status === 401 ? 'UNAUTHENTICATED' : '', undefined) };
  } catch {
    return { problem: noAnswer };
  }
};

/** Asks for the person's passkeys, and again when told to. */
export function usePasskeys() {
  const [passkeys, setPasskeys] = useState<Passkey[]>();
  const [problem, setProblem] = useState<Problem>();
  const again = useCallback(async () => {
    const answer = await ask();
    if ('problem' in answer) setProblem(answer.problem);
    else {
      setPasskeys(answer);
      setProblem(undefined);
    }
  }, []);
  useEffect(() => void again(), [again]);
  return { passkeys, problem, again };
}
