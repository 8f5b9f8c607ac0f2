import type { UpdatingKind } from '../../eligibility/outcome.rules.ts';
import { addDays, dayOfWeek, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Chance } from './chance.ts';
import type { Progress } from './cohort-cases.ts';

/** One invented entry of a log. */
export interface InventedDay {
  readonly onDate: CalendarDate;
  readonly kind: UpdatingKind;
  readonly minutes: number;
  readonly startsAt: string | null;
  readonly isPaidPost: boolean;
  readonly note: string | null;
}

const lengths = [210, 240, 300, 360, 420, 420, 420, 450, 480] as const;
const starts = [null, null, '08:30', '09:00', '09:30', '13:00'] as const;
const notes: Record<UpdatingKind, readonly (string | null)[]> = {
  SUPERVISED: [
    null,
    null,
    'Clinic with my supervisor.',
    'Ward round and handover.',
    'Team meeting, then two home visits.',
  ],
  FORMAL: [null, 'Online course, one unit.', 'Study day of the professional body.', 'Workshop on records.'],
  PRIVATE: [null, null, 'Read new guidelines.', 'Podcast and notes.', 'Reflection on last week.'],
};

const kindOf = (chance: Chance, privatePercent: number): UpdatingKind => {
  if (chance.percent(privatePercent)) return 'PRIVATE';
  return chance.percent(70) ? 'SUPERVISED' : 'FORMAL';
};

const dayOn = (chance: Chance, onDate: CalendarDate, privatePercent: number): InventedDay => {
  const kind = kindOf(chance, privatePercent);
  return {
    onDate,
    kind,
    minutes: chance.pick(lengths),
    startsAt: chance.pick(starts),
    isPaidPost: kind === 'SUPERVISED' && chance.percent(15),
    note: chance.pick(notes[kind]),
  };
};

/** How much of what is required is in the log, in percent, from how many days ago, and how much private study there is. */
const shapes: Partial<
  Record<
    Progress,
    {
      readonly share: readonly [number, number];
      readonly since: readonly [number, number];
      readonly privatePercent: number;
    }
  >
> = {
  LOGGING: { share: [10, 75], since: [60, 250], privatePercent: 30 },
  PRIVATE_OVER_HALF: { share: [60, 85], since: [120, 300], privatePercent: 85 },
  DROPPING_OUT_SOON: { share: [40, 80], since: [340, 363], privatePercent: 25 },
  DROPPED_OUT: { share: [40, 80], since: [380, 420], privatePercent: 25 },
  NEARLY_DONE: { share: [92, 99], since: [200, 330], privatePercent: 30 },
  DONE: { share: [104, 110], since: [200, 330], privatePercent: 25 },
};

/** Invents the log of somebody who needs so many minutes: working days, spread from some time ago until now. */
export const inventLog = (
  chance: Chance,
  progress: Progress,
  requiredMinutes: number,
  today: CalendarDate,
): InventedDay[] => {
  const shape = shapes[progress];
  if (!shape) return [];
  const wanted = (requiredMinutes * chance.between(...shape.share)) / 100;
  const since = chance.between(...shape.since);
  const count = Math.ceil(wanted / 370);
  const days: InventedDay[] = [];
  let minutes = 0;
  for (let index = 0; minutes < wanted && index < count * 2; index += 1) {
    let onDate = addDays(today, -since + Math.floor((index * (since - 1)) / count));
    if (dayOfWeek(onDate) > 5) onDate = addDays(onDate, -2);
    if (onDate >= today) break;
    const day = dayOn(chance, onDate, shape.privatePercent);
    days.push(day);
    minutes += day.minutes;
  }
  const last = days.at(-1);
  // the same hours written down twice: a course taken in the hours of practice
  if (last && last.startsAt === '09:00' && chance.percent(30))
    days.push({
      ...last,
      kind: 'FORMAL',
      minutes: 120,
      startsAt: '10:00',
      isPaidPost: false,
      note: 'Course in the same hours.',
    });
  return days;
};
