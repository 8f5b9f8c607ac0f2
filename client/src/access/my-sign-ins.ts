import { useCallback, useEffect, useState } from 'react';
import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Problem } from '../ui/States.tsx';

/** The account elsewhere that they came in by, and how sure it was of them. */
export interface VouchedBy {
  name: string;
  factors: number | null;
  proofing: string | null;
}

/** Somewhere the person is signed in. */
export interface StandingSession {
  id: string;
  /** True for the one that asks. */
  isThis: boolean;
  deviceName: string | null;
  browser: string | null;
  system: string | null;
  role: string;
  wayIn: string;
  vouchedBy?: VouchedBy | null;
  /** True where a second factor was shown. */
  hasSecondFactor: boolean;
  signedInAt: string;
  seenAt: string;
  endsAt: string;
}

/** Once, the person came in. */
export interface PastSignIn {
  id: string;
  at: string;
  wayIn: string;
  vouchedBy?: VouchedBy | null;
  browser: string | null;
  system: string | null;
  /** True where they are still signed in by it. */
  isOpen: boolean;
}

/** Where the person is signed in, and how they came in lately. */
export interface MySignIns {
  sessions: StandingSession[];
  signIns: PastSignIn[];
}

/** A browser in words: its family, and what it runs on. */
export const sayDevice = ({ browser, system }: Pick<PastSignIn, 'browser' | 'system'>): string => {
  if (browser === null && system === null) return 'Unknown browser';
  if (browser === null) return `Unknown browser on ${system}`;
  return system === null ? browser : `${browser} on ${system}`;
};

const ways: Readonly<Record<string, string>> = {
  PASSWORD: 'Password',
  LINK: 'Link in an e-mail',
  PASSKEY: 'Passkey',
  PROVIDER: 'Account elsewhere',
  DEMONSTRATION: 'Demonstration',
};

/** How somebody came in, in words. */
export const sayWayIn = (wayIn: string, by?: VouchedBy | null): string => by?.name ?? ways[wayIn] ?? wayIn;

/** How sure it is that a session is of whoever it says, in words. */
export const sayAssurance = ({ wayIn, vouchedBy, hasSecondFactor }: StandingSession): string => {
  if (wayIn === 'DEMONSTRATION') return 'Nothing was asked: the demonstration counts it as two factors';
  const here = hasSecondFactor ? 'Two factors' : 'One factor';
  if (!vouchedBy) return here;
  return vouchedBy.factors === 2 || !hasSecondFactor
    ? sayVouching(vouchedBy)
    : `${sayVouching(vouchedBy)}, and a code here`;
};

const sayVouching = ({ name, factors, proofing }: VouchedBy): string =>
  [
    factors === 2 ? `Two factors at ${name}` : factors === 1 ? `One factor at ${name}` : `${name} does not say how`,
    ...(proofing === null ? [] : [`identity checked to ${proofing}`]),
  ].join(', ');

const isMySignIns = (answer: unknown): answer is MySignIns =>
  Array.isArray(Reflect.get(Object(answer), 'sessions')) && Array.isArray(Reflect.get(Object(answer), 'signIns'));

const ask = async (): Promise<MySignIns | { problem: Problem }> => {
  try {
    const response = await fetch(new URL('/auth/sign-ins', location.origin), { credentials: 'same-origin' });
    const answer: unknown = await response.json();
    if (response.ok && isMySignIns(answer)) return answer;
    return { problem: problemWithCode(response.status === 401 ? 'UNAUTHENTICATED' : '', undefined) };
  } catch {
    return { problem: noAnswer };
  }
};

/** Asks where the person is signed in, and again when told to; an old answer stays in sight meanwhile. */
export function useMySignIns() {
  const [data, setData] = useState<MySignIns>();
  const [problem, setProblem] = useState<Problem>();
  const again = useCallback(async () => {
    const answer = await ask();
    if ('problem' in answer) setProblem(answer.problem);
    else {
      setData(answer);
      setProblem(undefined);
    }
  }, []);
  useEffect(() => void again(), [again]);
  return { data, problem, again };
}
