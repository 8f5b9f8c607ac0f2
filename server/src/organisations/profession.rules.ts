import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';

/** HCPC's fifteen register codes with the name of the profession. Source: HCPC registrant snapshot, January 2025. */
export const professionCodes = {
  AS: 'Arts therapist',
  BS: 'Biomedical scientist',
  CH: 'Chiropodist / podiatrist',
  CS: 'Clinical scientist',
  DT: 'Dietitian',
  HAD: 'Hearing aid dispenser',
  ODP: 'Operating department practitioner',
  OR: 'Orthoptist',
  OT: 'Occupational therapist',
  PA: 'Paramedic',
  PH: 'Physiotherapist',
  PO: 'Prosthetist / orthotist',
  PYL: 'Practitioner psychologist',
  RA: 'Radiographer',
  SL: 'Speech and language therapist',
} as const;

/** A register code, for example `PH`. */
export type ProfessionCode = keyof typeof professionCodes;

/** When a profession may renew, as HCPC last published it. */
export interface PublishedRenewal {
  /** Day and month, for example `1 Sep`. */
  readonly opens: string;
  readonly deadline: string;
  /** The year in which the window last known opened. */
  readonly year: number;
}

/** A stretch of time in which a profession renews its registration. */
export interface RenewalWindow {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly isOpen: boolean;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const onDay = (dayAndMonth: string, year: number): CalendarDate => {
  const [day = '', month = ''] = dayAndMonth.split(' ');
  const number = months.indexOf(month) + 1;
  // "28 Feb" as published means the last day of February
  if (number === 2 && Number(day) >= 28) return addDays(calendarDate(`${year}-03-01`), -1);
  return calendarDate(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
};

const monthOf = (dayAndMonth: string): number => months.indexOf(dayAndMonth.split(' ')[1] ?? '');

/**
 * The renewal window that is open on a date, or else the next one. HCPC renews every two years; windows after the last
 * published one are derived by adding two years at a time (source H24).
 */
export const renewalWindowAt = (published: PublishedRenewal, today: CalendarDate): RenewalWindow => {
  const crossesNewYear = monthOf(published.deadline) < monthOf(published.opens);
  const windowOf = (year: number) => ({
    opensOn: onDay(published.opens, year),
    closesOn: onDay(published.deadline, crossesNewYear ? year + 1 : year),
  });
  let year = published.year;
  while (windowOf(year).closesOn < today) year += 2;
  const window = windowOf(year);
  return { ...window, isOpen: window.opensOn <= today && today <= window.closesOn };
};
