import { confirmCode, confirmItIsYou } from '../apollo/confirming.ts';
import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import { errorsFrom, type RefusalTold } from '../apollo/refusals.ts';
import type { Sent } from '../ui/useSending.ts';

/** What the server answered to one of the requests by which people come in and go out. */
type Answered = Sent & { code?: string; reason?: string | undefined };

/** Sends a request to `/auth`. The session is in a cookie alone; nothing of it reaches this code. */
export async function post(path: string, body: object): Promise<Answered> {
  const answered = await postFor(path, body);
  return 'answer' in answered ? { done: true } : answered;
}

/** The same, where what the server answers is needed. Where it asks again who somebody is, so does the page, and sends it once more. */
export async function postFor(path: string, body: object): Promise<{ answer: unknown } | Answered> {
  const answered = await postOnce(path, body);
  return 'code' in answered && answered.code === confirmCode && (await confirmItIsYou())
    ? postOnce(path, body)
    : answered;
}

async function postOnce(path: string, body: object): Promise<{ answer: unknown } | Answered> {
  let response: Response;
  try {
    response = await fetch(new URL(`/auth${path}`, location.origin), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return { problem: noAnswer };
  }
  // An answer whose body nobody reads keeps its connection busy.
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { answer };
  if (hasRefusals(answer)) return { errors: errorsFrom(answer.refusals) };
  const { code, reason, reference } = firstError(answer);
  const problem = problemWithCode(code, reference);
  const wait = Number(response.headers.get('retry-after') ?? '');
  return code === 'RATE_LIMITED' && wait > 0
    ? {
        code,
        problem: { ...problem, advice: `Wait ${sayMinutes(wait)}, then try again, or ask for a link by e-mail.` },
      }
    : { code, reason, problem };
}

const sayMinutes = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

const hasRefusals = (answer: unknown): answer is { refusals: RefusalTold[] } =>
  typeof answer === 'object' && answer !== null && 'refusals' in answer && Array.isArray(answer.refusals);

function firstError(answer: unknown): { code: string; reason: string | undefined; reference: string | undefined } {
  const errors: unknown = Reflect.get(Object(answer), 'errors');
  const extensions: unknown = Reflect.get(Object(Array.isArray(errors) ? errors[0] : undefined), 'extensions');
  const [code, reason, reference] = ['code', 'reason', 'traceId'].map((key): unknown =>
    Reflect.get(Object(extensions), key),
  );
  return {
    code: typeof code === 'string' ? code : '',
    reason: typeof reason === 'string' ? reason : undefined,
    reference: typeof reference === 'string' ? reference : undefined,
  };
}

/** Puts on another hat. */
export const changeHat = (role: string): Promise<Sent> => post('/hat', { role });

/** Ends the session, here or on every device. */
export const signOut = (from: 'here' | 'everywhere'): Promise<Sent> =>
  post(from === 'here' ? '/sign-out' : '/sign-out-everywhere', {});
