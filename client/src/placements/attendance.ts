/** What is known of a placement's days. */
export interface Attended {
  startsOn: string;
  endsOn: string;
  weekdays: readonly number[];
  attendance: readonly { onDate: string; wasThere: boolean; minutes: number | null }[];
}
/** What somebody says of one day; nothing while they have said nothing. */
export interface DaySaid {
  was: '' | 'there' | 'not-there';
  /** As it is typed. */
  hours: string;
}
/** A day as it is reported. */
export interface DayToReport {
  onDate: string;
  wasThere: boolean;
  minutes: number | null;
}

/** So many days stand on one page. */
const daysShown = 10;
const dayMs = 86_400_000;
const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The latest days of a placement until today, the latest first: those on its weekdays, and others that were reported. */
export const daysToAsk = ({ startsOn, endsOn, weekdays, attendance }: Attended, today: string): string[] => {
  const days: string[] = [];
  const last = endsOn < today ? endsOn : today;
  for (let at = Date.parse(`${last}T00:00:00Z`); days.length < daysShown; at -= dayMs) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (date < startsOn) break;
    if (weekdays.includes(weekdayOf(date)) || attendance.some(({ onDate }) => onDate === date)) days.push(date);
  }
  return days;
};

/** What was said of a day before. */
export const saidBefore = ({ attendance }: Attended, date: string): DaySaid => {
  const known = attendance.find(({ onDate }) => onDate === date);
  if (known === undefined) return { was: '', hours: '' };
  return known.wasThere
    ? { was: 'there', hours: String(Math.round(((known.minutes ?? 0) / 60) * 100) / 100) }
    : { was: 'not-there', hours: '' };
};

/** Minutes from hours as people type them, `7.5` or `7,5`; undefined where it is no time of a day. */
export const minutesFrom = (hours: string): number | undefined => {
  const text = hours.trim().replace(',', '.');
  const minutes = /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 60) : 0;
  return minutes >= 1 && minutes <= 1440 ? minutes : undefined;
};

/** The days of which something new is said, and what is still missing of them, by day. */
export const toReport = (
  of: Attended,
  said: ReadonlyMap<string, DaySaid>,
): { days: DayToReport[]; missing: string[] } => {
  const days: DayToReport[] = [];
  const missing: string[] = [];
  for (const [onDate, { was, hours }] of said) {
    const before = saidBefore(of, onDate);
    if (was === '' || (was === before.was && (was === 'not-there' || hours === before.hours))) continue;
    const minutes = was === 'there' ? minutesFrom(hours) : null;
    if (minutes === undefined) missing.push(onDate);
    else days.push({ onDate, wasThere: was === 'there', minutes });
  }
  return { days, missing };
};
