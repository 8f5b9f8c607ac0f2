import { useCallback, useEffect, useState } from 'react';
import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Problem } from '../ui/States.tsx';
import type { Sent } from '../ui/useSending.ts';
import { postFor } from './requests.ts';

/** What the person has beside a password or a link. */
export interface SecondFactor {
  /** Since when the codes of an app count; null where none does. */
  appSince: string | null;
  passkeys: number;
  codesLeft: number;
  /** True where a role of theirs takes a second factor. */
  isNeeded: boolean;
  /** True where they have not shown it: until they do, nothing else is open. */
  isMissing: boolean;
  role: string;
}

/** What an app is given: the key to type, and the same as a drawing of dark squares. */
export interface NewKey {
  key: string;
  qr: { size: number; path: string };
}

const isSecondFactor = (answer: unknown): answer is SecondFactor =>
  typeof Reflect.get(Object(answer), 'isMissing') === 'boolean';
const isNewKey = (answer: unknown): answer is NewKey => typeof Reflect.get(Object(answer), 'key') === 'string';
const codesIn = (answer: unknown): string[] => {
  const codes: unknown = Reflect.get(Object(answer), 'codes');
  return Array.isArray(codes) ? codes.map(String) : [];
};

/** The second half of a sign-in: a code of the app, or a recovery code. */
export async function sendSignInCode(code: string): Promise<Sent & { mustBegin?: boolean }> {
  const answered = await postFor('/sign-in/code', { code });
  if ('answer' in answered) return { done: true };
  if (answered.code !== 'UNAUTHENTICATED') return answered;
  return answered.reason === 'BEGIN_AGAIN'
    ? { ...answered, mustBegin: true }
    : {
        errors: [
          {
            field: 'code',
            message: 'This code does not count. Type the one that the app shows now, or a recovery code',
          },
        ],
      };
}

/** Asks for a key for an app. It counts for nothing until a code has confirmed it. */
export async function beginApp(): Promise<{ newKey: NewKey } | Sent> {
  const answered = await postFor('/second-factor/begin', {});
  if (!('answer' in answered)) return answered;
  return isNewKey(answered.answer) ? { newKey: answered.answer } : { problem: noAnswer };
}

/** Confirms by a code that the app has the key; the answer holds the recovery codes, this once. */
export async function confirmApp(code: string): Promise<{ codes: string[] } | Sent> {
  const answered = await postFor('/second-factor/confirm', { code });
  return 'answer' in answered ? { codes: codesIn(answered.answer) } : answered;
}

/** Makes ten new recovery codes; the old ones count no more. */
export async function makeRecoveryCodes(): Promise<{ codes: string[] } | Sent> {
  const answered = await postFor('/second-factor/codes', {});
  return 'answer' in answered ? { codes: codesIn(answered.answer) } : answered;
}

/** Takes the app away, and the recovery codes with it. */
export async function removeApp(): Promise<Sent> {
  const answered = await postFor('/second-factor/remove', {});
  return 'answer' in answered ? { done: true } : answered;
}

const ask = async (): Promise<SecondFactor | { problem: Problem }> => {
  try {
    const response = await fetch(new URL('/auth/second-factor', location.origin), { credentials: 'same-origin' });
    const answer: unknown = await response.json();
    if (response.ok && isSecondFactor(answer)) return answer;
    return { problem: problemWithCode(response.status === 401 ? 'UNAUTHENTICATED' : '', undefined) };
  } catch {
    return { problem: noAnswer };
  }
};

/** Asks what the person has, and again when told to. */
export function useSecondFactor() {
  const [known, setKnown] = useState<SecondFactor>();
  const [problem, setProblem] = useState<Problem>();
  const again = useCallback(async () => {
    const answer = await ask();
    if ('problem' in answer) setProblem(answer.problem);
    else {
      setKnown(answer);
      setProblem(undefined);
    }
  }, []);
  useEffect(() => void again(), [again]);
  return { known, problem, again };
}
