import type { PlaceAnswer } from '../generated/graphql.ts';
import { sayApproximateDate, type ApproximateDateValue } from '../ui/approximate-date.ts';

/** Places in the words of a form. */
export const places = {
  ENGLAND: 'England',
  SCOTLAND: 'Scotland',
  WALES: 'Wales',
  NORTHERN_IRELAND: 'Northern Ireland',
  ELSEWHERE: 'Outside the United Kingdom',
} as const satisfies Record<PlaceAnswer, string>;

/** A date as the server tells it: null stands for what is not known. */
interface ToldDate {
  year: number;
  month: number | null;
  day: number | null;
}

/** A date without the parts that are not known. */
export const knownParts = ({ year, month, day }: ToldDate): ApproximateDateValue => ({
  year,
  ...(month === null ? {} : { month }),
  ...(day === null ? {} : { day }),
});

/** From when to when, as a person says it. */
export const sayPeriod = ({ from, to }: { from: ToldDate; to: ToldDate | null }): string =>
  `${sayApproximateDate(knownParts(from))} to ${to === null ? 'now' : sayApproximateDate(knownParts(to))}`;
