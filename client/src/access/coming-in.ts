import type { Sent } from '../ui/useSending.ts';
import { post, postFor } from './requests.ts';

/** Asks for an account. The answer is the same whether there is one already. */
export const register = (account: { email: string; displayName: string }): Promise<Sent> => post('/register', account);

/** Asks for a link by e-mail that signs in once. */
export const sendLink = (email: string): Promise<Sent> => post('/link', { email });

/** Signs in by the link's token, and sets a password where one was chosen. */
export const openLink = (link: {
  token: string;
  password: string | null;
  deviceName: string | null;
}): Promise<CameIn> => comeIn('/link/use', link);

/** What came of a way in: it may be half of it, and a code the other half. */
type CameIn = Sent & { needsCode?: boolean };

const comeIn = async (path: string, body: object): Promise<CameIn & { code?: string }> => {
  const answered = await postFor(path, body);
  if (!('answer' in answered)) return answered;
  return { done: true, needsCode: Reflect.get(Object(answered.answer), 'step') === 'SECOND_FACTOR' };
};

/** Signs in by password. */
export async function signIn(account: { email: string; password: string; deviceName: string | null }): Promise<CameIn> {
  const answered = await comeIn('/sign-in', account);
  return answered.code === 'UNAUTHENTICATED'
    ? {
        errors: [
          {
            field: 'email',
            message: 'The e-mail address and the password do not belong together. Check both, or ask for a link',
          },
        ],
      }
    : answered;
}

/** Sets a new password; every other device is signed out. */
export const changePassword = (change: { password: string; currentPassword: string | null }): Promise<Sent> =>
  post('/password', change);

/** Ends one session elsewhere. */
export const endSession = (sessionId: string): Promise<Sent> => post('/sessions/end', { sessionId });

/** Ends every session but this one. */
export const endOtherSessions = (): Promise<Sent> => post('/sessions/end-others', {});
