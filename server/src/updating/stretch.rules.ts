import { toDayNumber } from '../kernel/calendar-date.ts';
import type { UpdatingEntry } from './updating-entry.rules.ts';

/** Minutes of one day. */
export const minutesOfADay = 1440;

/** From and to, in minutes of one day. */
export type Stretch = readonly [from: number, to: number];

/** The hours of an entry by day: one stretch, or two if it runs past midnight. Empty where the time is not known. */
export const stretchesOf = ({ on, startsAt, minutes }: UpdatingEntry): (readonly [day: number, Stretch])[] => {
  if (!startsAt) return [];
  const [hours = 0, past = 0] = startsAt.split(':').map(Number);
  const from = hours * 60 + past;
  const day = toDayNumber(on);
  const today = [day, [from, Math.min(from + minutes, minutesOfADay)]] as const;
  const over = from + minutes - minutesOfADay;
  return over > 0 ? [today, [day + 1, [0, over]]] : [today];
};

/** Takes a stretch of a day: how many of its minutes were free, and all that is taken now, joined where it touches. */
export const take = (taken: readonly Stretch[], [from, to]: Stretch): { fresh: number; taken: Stretch[] } => {
  const apart = taken.filter(([start, end]) => start > to || end < from);
  const touching = taken.filter(([start, end]) => start <= to && end >= from);
  const covered = touching.reduce((total, [start, end]) => total + Math.min(end, to) - Math.max(start, from), 0);
  const joined: Stretch = [
    Math.min(from, ...touching.map(([start]) => start)),
    Math.max(to, ...touching.map(([, end]) => end)),
  ];
  return { fresh: to - from - covered, taken: [...apart, joined] };
};
