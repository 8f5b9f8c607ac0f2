import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Sent } from '../ui/useSending.ts';

async function post(path: string, body: object): Promise<Sent> {
  try {
    const answer = await fetch(new URL(`/demo${path}`, location.origin), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    // An answer whose body nobody reads keeps its connection busy.
    await answer.text();
    return answer.ok ? { done: true } : { problem: problemWithCode('', undefined) };
  } catch {
    return { problem: noAnswer };
  }
}

/** Signs in as somebody invented. */
export const signInAs = (persona: string): Promise<Sent> => post('/sign-in', { persona });

/** Lets the demonstration's clock go on by so many days. */
export const advanceClock = (days: number): Promise<Sent> => post('/clock', { advance: `P${days}D` });
