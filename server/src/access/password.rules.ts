import type { Refusal } from '../kernel/refusal.ts';

/** Fewer characters can be guessed; more than this many only cost time. */
const FEWEST_CHARACTERS = 12;
const MOST_CHARACTERS = 256;

/** Passwords of 12 characters and more that people choose most often, and so the first that are tried. In small letters. */
const commonest = new Set([
  '123456789012',
  '1234567890123',
  '123456123456',
  '111111111111',
  '000000000000',
  'abcdefghijkl',
  'abc123abc123',
  'aaaaaaaaaaaa',
  'administrator',
  'changemechangeme',
  'correcthorsebatterystaple',
  'iloveyouiloveyou',
  'letmeinletmein',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'passw0rd1234',
  'q1w2e3r4t5y6',
  'qazwsxedcrfv',
  'qwerty123456',
  'qwertyqwerty',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'returntopractice',
  'welcomewelcome',
  'welcome12345',
]);

/** Whether a new password will do, and if not, why. */
export const refusePassword = (password: string, email: string): Refusal | null => {
  const refuse = (message: string): Refusal => ({
    code: 'VALUE_INVALID',
    path: ['password'],
    message,
    help: 'Three or four words that do not belong together make a good password.',
  });
  const small = password.toLowerCase();
  if ([...password].length < FEWEST_CHARACTERS) return refuse(`Use at least ${FEWEST_CHARACTERS} characters.`);
  if (password.length > MOST_CHARACTERS) return refuse(`Use at most ${MOST_CHARACTERS} characters.`);
  if (commonest.has(small) || new Set(small).size < 4) return refuse('Many people use this password. Choose another.');
  if (small.includes(email.split('@')[0] ?? email)) return refuse('Leave your e-mail address out of your password.');
  return null;
};
