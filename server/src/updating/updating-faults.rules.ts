import type { Refusal } from '../kernel/refusal.ts';
import { minutesOfADay } from './stretch.rules.ts';
import type { UpdatingEntry } from './updating-entry.rules.ts';

/** The most entries one count takes. */
const entriesAtMost = 1000;

/** A fault in the input, with its place. */
export const invalid = (path: readonly string[], message: string, help: string): Refusal => ({
  code: 'VALUE_INVALID',
  path: ['input', ...path],
  message,
  help,
});

/** What is wrong with a list of entries, each fault with its place. */
export const faultsOfEntries = (entries: readonly UpdatingEntry[], field: string): Refusal[] => {
  if (entries.length > entriesAtMost)
    return [invalid([field], `There are ${entries.length} entries.`, `Send at most ${entriesAtMost} entries.`)];
  const seen = new Set<string>();
  return entries.flatMap(({ key, minutes, startsAt }, index) => {
    const faults: Refusal[] = [];
    const at = (name: string): string[] => [field, String(index), name];
    if (key === '' || key.length > 100 || key.includes('\0'))
      faults.push(invalid(at('key'), 'The key is empty or too long.', 'Give each entry a key of 1 to 100 characters.'));
    else if (seen.has(key))
      faults.push(invalid(at('key'), 'The key is there twice.', 'Give each entry a key of its own.'));
    seen.add(key);
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > minutesOfADay)
      faults.push(
        invalid(at('minutes'), `${minutes} minutes is not a length of time in one day.`, 'Give 1 to 1440 minutes.'),
      );
    if (startsAt && !/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt))
      faults.push(invalid(at('startsAt'), 'That is not a time of day.', 'Give a time from 00:00 to 23:59.'));
    return faults;
  });
};

/** What is wrong with a number of required days. */
export const faultsOfRequiredDays = (requiredDays: number): Refusal[] =>
  [0, 30, 60].includes(requiredDays)
    ? []
    : [
        invalid(
          ['requiredDays'],
          `HCPC never asks for ${requiredDays} days.`,
          'Give 0, 30 or 60, as the eligibility check says.',
        ),
      ];
