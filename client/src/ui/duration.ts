const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const count = (amount: number, one: string, many: string) => `${figure.format(amount)} ${amount === 1 ? one : many}`;

/** A day of updating is seven hours. */
const minutesOfADay = 420;

/** Minutes as days of updating: 12600 is "30 days". */
export const sayDays = (minutes: number): string =>
  count(Math.round((minutes / minutesOfADay) * 10) / 10, 'day', 'days');

/** Minutes as hours: 12600 is "210 hours". */
export const sayHours = (minutes: number): string => count(Math.round((minutes / 60) * 10) / 10, 'hour', 'hours');

/** A number of days as it is said. */
export const sayDayCount = (days: number): string => count(days, 'day', 'days');
