import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Problem } from '../ui/States.tsx';
import type { Sent } from '../ui/useSending.ts';
import { answerQuestion } from './passkeys.ts';
import { postFor } from './requests.ts';

/** How somebody may confirm who they are. */
export const waysToConfirm = ['PASSKEY', 'CODE', 'PASSWORD', 'MAIL', 'DEMONSTRATION'] as const;
export type WayToConfirm = (typeof waysToConfirm)[number];

/** The ways that are open to whoever is signed in. */
export async function askWays(): Promise<{ ways: WayToConfirm[] } | { problem: Problem }> {
  try {
    const response = await fetch(new URL('/auth/confirm', location.origin), { credentials: 'same-origin' });
    const answer: unknown = await response.json();
    const ways: unknown = Reflect.get(Object(answer), 'ways');
    if (response.ok && Array.isArray(ways)) return { ways: waysToConfirm.filter((way) => ways.includes(way)) };
    return { problem: problemWithCode(response.status === 401 ? 'UNAUTHENTICATED' : '', undefined) };
  } catch {
    return { problem: noAnswer };
  }
}

const done = async (sent: ReturnType<typeof postFor>): Promise<Sent> => {
  const answered = await sent;
  return 'answer' in answered ? { done: true } : answered;
};

/** Asks for a code by mail. */
export const mailCode = (): Promise<Sent> => done(postFor('/confirm/mail', {}));

/** Confirms who somebody is by what they typed, by their passkey, or in the demonstration by a press of a button. */
export async function confirmBy(way: WayToConfirm, typed: string): Promise<Sent> {
  if (way === 'PASSKEY') {
    const answered = await answerQuestion('/confirm/passkey', 'confirm-typed');
    return 'answer' in answered ? done(postFor('/confirm', { way, answer: answered.answer })) : answered;
  }
  return done(postFor('/confirm', way === 'PASSWORD' ? { way, password: typed } : { way, code: typed }));
}
