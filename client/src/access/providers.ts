import { useCallback, useEffect, useState } from 'react';
import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Problem } from '../ui/States.tsx';
import type { Sent } from '../ui/useSending.ts';
import { postFor } from './requests.ts';

/** An identity provider that people may sign in with. */
export interface Provider {
  key: string;
  name: string;
  /** How sure it is asked to be. */
  assurance: string;
}

/** An account elsewhere that opens the person's account here. */
export interface OwnProvider {
  id: string;
  name: string;
  linkedAt: string;
  usedAt: string | null;
}

/** How the person signs in with accounts elsewhere. */
export interface OwnProviders {
  mine: OwnProvider[];
  others: Provider[];
  /** Where they can be signed out there too: the provider that they came in by. */
  leave: { name: string } | null;
}

/** Who came from a provider with this browser, and is asked. */
export interface Arrival {
  name: string;
  email: string | null;
  displayName: string | null;
}

const doesNotAnswer: Problem = {
  heading: 'It does not answer at the moment',
  advice: 'The service that you want to sign in with cannot be reached. Sign in another way, or try again later.',
  mayRetry: false,
};

/** Leaves for the address that the server answered; the page stays busy until the browser has gone. */
async function leaveFor(path: string, body: object): Promise<Sent> {
  const asked = await postFor(path, body);
  if (!('answer' in asked)) return 'code' in asked && asked.code === 'UNAVAILABLE' ? { problem: doesNotAnswer } : asked;
  const address: unknown = Reflect.get(Object(asked.answer), 'address');
  if (typeof address !== 'string') return { done: true };
  location.assign(address);
  return new Promise(() => {});
}

/** Goes to a provider to sign in, and on to `next` afterwards. */
export const signInWith = (provider: string, next: string, deviceName: string | null): Promise<Sent> =>
  leaveFor('/providers/begin', { provider, next, deviceName });

/** Goes to a provider to let it open the account from now on. */
export const addProvider = (provider: string): Promise<Sent> => leaveFor('/providers/link/begin', { provider });

/** Signs out here, and at the provider where it takes part. */
export const leaveProvider = (): Promise<Sent> => leaveFor('/providers/sign-out', {});

const done = async (sent: ReturnType<typeof postFor>): Promise<Sent> => {
  const answered = await sent;
  return 'answer' in answered ? { done: true } : answered;
};

/** Takes a provider away. */
export const removeProvider = (providerAccountId: string): Promise<Sent> =>
  done(postFor('/providers/unlink', { providerAccountId }));

/** Asks for a link to the address that the provider has confirmed: it opens an account, or makes one. */
export const mailArrival = (displayName: string): Promise<Sent> =>
  done(postFor('/providers/arrival/mail', { displayName }));

/** Lets the provider open the account. */
export const acceptArrival = (): Promise<Sent> => done(postFor('/providers/arrival/link', {}));

/** Forgets who came. */
export const dropArrival = (): Promise<Sent> => done(postFor('/providers/arrival/drop', {}));

const read = async (path: string): Promise<{ answer: unknown } | { problem: Problem; isGone: boolean }> => {
  try {
    const response = await fetch(new URL(`/auth${path}`, location.origin), { credentials: 'same-origin' });
    const answer: unknown = await response.json();
    if (response.ok) return { answer };
    const code = response.status === 401 ? 'UNAUTHENTICATED' : '';
    return { problem: problemWithCode(code, undefined), isGone: response.status === 404 };
  } catch {
    return { problem: noAnswer, isGone: false };
  }
};

/** The providers that are offered. Where they cannot be asked for there are none: every other way to sign in stays. */
export function useProviders(): readonly Provider[] {
  const [providers, setProviders] = useState<readonly Provider[]>([]);
  useEffect(() => {
    void read('/providers').then((asked) => {
      const offered: unknown = 'answer' in asked ? Reflect.get(Object(asked.answer), 'providers') : undefined;
      if (Array.isArray(offered)) setProviders(offered);
    });
  }, []);
  return providers;
}

const isOwn = (answer: unknown): answer is OwnProviders =>
  Array.isArray(Reflect.get(Object(answer), 'mine')) && Array.isArray(Reflect.get(Object(answer), 'others'));

/** Asks how the person signs in with accounts elsewhere, and again when told to. */
export function useOwnProviders() {
  const [own, setOwn] = useState<OwnProviders>();
  const [problem, setProblem] = useState<Problem>();
  const again = useCallback(async () => {
    const asked = await read('/providers/mine');
    if ('answer' in asked && isOwn(asked.answer)) {
      setOwn(asked.answer);
      setProblem(undefined);
    } else setProblem('problem' in asked ? asked.problem : noAnswer);
  }, []);
  useEffect(() => void again(), [again]);
  return { own, problem, again };
}

const isArrival = (answer: unknown): answer is Arrival => typeof Reflect.get(Object(answer), 'name') === 'string';

/** Who came from a provider with this browser: nobody, where it took too long or is answered. */
export function useArrival() {
  const [arrival, setArrival] = useState<Arrival | 'NOBODY'>();
  const [problem, setProblem] = useState<Problem>();
  const again = useCallback(async () => {
    const asked = await read('/providers/arrival');
    if ('answer' in asked && isArrival(asked.answer)) {
      setArrival(asked.answer);
      setProblem(undefined);
    } else if ('isGone' in asked && asked.isGone) setArrival('NOBODY');
    else setProblem('problem' in asked ? asked.problem : noAnswer);
  }, []);
  useEffect(() => void again(), [again]);
  return { arrival, problem, again };
}
