/** The returner who last used the log on this device, and what day it was then by the clock of the service. */
export interface DeviceOwner {
  readonly returnerId: string;
  /** The service's date when it was last seen. */
  readonly today: string;
  /** How many days the service's date was ahead of this device's. */
  readonly daysAhead: number;
}

const place = 'log-owner';
const dayMs = 86_400_000;

/** Remembers whose log this device may write to without a network. It holds an id and a date, nothing about the person. */
export function noteOwner(returnerId: string, today: string, now = new Date()): void {
  const daysAhead = Math.round((Date.parse(today) - Date.parse(dateInEngland(now))) / dayMs);
  try {
    localStorage.setItem(place, JSON.stringify({ returnerId, today, daysAhead }));
  } catch {
    // Some browsers keep nothing in private mode: then the log works with a network only.
  }
}

/** Whose log this device may write to without a network; undefined after signing out. */
export function readOwner(): DeviceOwner | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isOwner(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever comes next to this device cannot write to the log of the one before. What waits to be sent stays. */
export function forgetOwner(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}

/**
 * What day it is, where the service cannot be asked: by this device's clock, as far off as it was when the service was last
 * seen, and never before that day, in case the clock has been put back.
 */
export function todayWithoutNetwork({ today, daysAhead }: DeviceOwner, now = new Date()): string {
  const reckoned = new Date(Date.parse(dateInEngland(now)) + daysAhead * dayMs).toISOString().slice(0, 10);
  return reckoned < today ? today : reckoned;
}

const dateInEngland = (now: Date): string => now.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });

const isOwner = (kept: unknown): kept is DeviceOwner =>
  typeof kept === 'object' &&
  kept !== null &&
  typeof Reflect.get(kept, 'returnerId') === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(String(Reflect.get(kept, 'today'))) &&
  Number.isInteger(Reflect.get(kept, 'daysAhead'));
