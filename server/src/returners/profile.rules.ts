import { faultOf, toInterval, type ApproximateDate } from '../kernel/approximate-date.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { PlaceAnswer } from '../eligibility/answers.rules.ts';
import { professionCodes } from '../organisations/profession.rules.ts';

/** A stretch of time in which somebody practised. */
export interface PracticePeriod {
  /** What the work was and where, in the person's own words. */
  readonly work: string;
  readonly place: PlaceAnswer;
  readonly from: ApproximateDate;
  /** Missing while it goes on. */
  readonly to?: ApproximateDate | null | undefined;
}

/** The most stretches of practice one person can list. */
export const practicePeriodsAtMost = 30;
/** The longest text of one stretch, in characters. */
export const workTextAtMost = 300;
/** The longest name, in characters. */
export const nameAtMost = 100;

const refusal = (path: readonly string[], message: string, help: string, rule?: string): Refusal => ({
  code: 'VALUE_INVALID',
  path,
  message,
  help,
  ...(rule === undefined ? {} : { rule }),
});

/** A value in the form in which it is kept, or why it is not one. */
export type Checked<Value> =
  { readonly isFine: true; readonly value: Value } | { readonly isFine: false; readonly refusals: readonly Refusal[] };

const fine = <Value>(value: Value): Checked<Value> => ({ isFine: true, value });
const not = (...refusals: Refusal[]): Checked<never> => ({ isFine: false, refusals });

/** Control characters, and halves of characters, which the database cannot keep. */
const holdsControlCharacters = (text: string): boolean => /\p{Cc}/u.test(text) || !text.isWellFormed();

/**
 * A registration number in the form in which HCPC writes it: the code of the profession and four to six digits (the
 * length is assumed from examples: no page of HCPC fixes it). Spaces, hyphens and small letters are mended.
 */
export const checkHcpcNumber = (typed: string, professionCode: string | null): Checked<string> => {
  const number = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const [, code, digits] = /^([A-Z]+)(\d{4,6})$/.exec(number) ?? [];
  if (!code || !digits || !(code in professionCodes))
    return not(
      refusal(
        ['hcpcNumber'],
        'This does not look like an HCPC registration number.',
        'Give the letters of your profession and four to six digits, for example DT012345. Leave it out if you do not have it.',
        'HCPC_NUMBER_FORM',
      ),
    );
  if (professionCode === null || code !== professionCode)
    return not(
      refusal(
        ['hcpcNumber'],
        `The letters ${code} belong to another profession than yours.`,
        professionCode === null
          ? 'Your profession is not on the HCPC Register. Leave the number out.'
          : `Numbers of your profession begin with ${professionCode}. Check the number, or change your profession in your answers.`,
        'HCPC_NUMBER_PROFESSION',
      ),
    );
  return fine(number);
};

/** A postcode in its usual form, with its district: 'bs1 4nd' becomes 'BS1 4ND' of the district 'BS1'. */
export const checkPostcode = (typed: string): Checked<{ readonly postcode: string; readonly district: string }> => {
  const bare = typed.replaceAll(/\s/g, '').toUpperCase();
  const [, district, inward] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(bare) ?? [];
  return district && inward
    ? fine({ postcode: `${district} ${inward}`, district })
    : not(
        refusal(
          ['homePostcode'],
          'This does not look like a full UK postcode.',
          'Give the whole postcode, for example BS1 4ND.',
          'POSTCODE_FORM',
        ),
      );
};

/** A name with single spaces; null for the name of the account. */
export const checkPreferredName = (typed: string): Checked<string | null> => {
  const name = typed.trim().replaceAll(/ +/g, ' ');
  if (name.length > nameAtMost || holdsControlCharacters(name))
    return not(
      refusal(
        ['preferredName'],
        'This name is too long, or holds signs that no name has.',
        `Give at most ${nameAtMost} characters.`,
      ),
    );
  return fine(name === '' ? null : name);
};

const faultsOfPeriod = ({ work, from, to }: PracticePeriod, index: number, today: CalendarDate): Refusal[] => {
  const at = (...parts: string[]): string[] => ['practiceHistory', String(index), ...parts];
  const faults: Refusal[] = [];
  if (work.trim() === '' || work.length > workTextAtMost || holdsControlCharacters(work.replaceAll('\n', ' ')))
    faults.push(
      refusal(at('work'), 'Say in a few words what the work was.', `Give 1 to ${workTextAtMost} characters.`),
    );
  for (const [field, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!date) continue;
    const fault = faultOf(date);
    if (fault) faults.push(refusal(at(field, fault.part), fault.message, 'Check the date.'));
    else if (toInterval(date).earliest > today)
      faults.push(refusal(at(field, 'year'), 'This date is in the future.', 'Give a date that has passed.'));
  }
  if (faults.length === 0 && to && toInterval(to).latest < toInterval(from).earliest)
    faults.push(refusal(at('to', 'year'), 'The work ended before it began.', 'Check both dates.'));
  return faults;
};

/** The stretches of practice as they are kept. */
export const checkPracticeHistory = (
  periods: readonly PracticePeriod[],
  today: CalendarDate,
): Checked<readonly PracticePeriod[]> => {
  if (periods.length > practicePeriodsAtMost)
    return not(
      refusal(['practiceHistory'], `There are ${periods.length} entries.`, `Give at most ${practicePeriodsAtMost}.`),
    );
  const refusals = periods.flatMap((period, index) => faultsOfPeriod(period, index, today));
  return refusals.length > 0
    ? not(...refusals)
    : fine(periods.map(({ work, place, from, to }) => ({ work: work.trim(), place, from, to: to ?? null })));
};
