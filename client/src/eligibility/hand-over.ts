import { keepAnswers, readAnswers } from './answers.ts';

/** Where the answers wait while their owner opens the e-mail: the link there opens another tab, which knows nothing of this one. */
const place = 'eligibility-answers-for-account';
const longestWait = 24 * 60 * 60_000;

/** Lets other tabs of this browser take the answers over, for a day at most. */
export function handOverAnswers(): void {
  const answers = readAnswers();
  if (Object.keys(answers).length > 0) localStorage.setItem(place, JSON.stringify({ at: Date.now(), answers }));
}

/** Takes over the answers that another tab has left, unless this tab has some of its own. */
export function takeOverAnswers(): void {
  const left: unknown = parsed(localStorage.getItem(place));
  localStorage.removeItem(place);
  if (Object.keys(readAnswers()).length > 0 || typeof left !== 'object' || left === null) return;
  if (!('at' in left) || typeof left.at !== 'number' || Date.now() - left.at > longestWait) return;
  if ('answers' in left && typeof left.answers === 'object' && left.answers !== null) keepAnswers(left.answers);
}

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};
