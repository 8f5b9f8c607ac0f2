/** After so many days without a word an offer is asked about again; after so many it is not given away. The contract says the same. */
export const staleAfterDays = 42;
export const lapsesAfterDays = 84;

/** A date some days later, or, with a number below zero, earlier. */
export const daysFrom = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day on or before which an offer was confirmed that is to be asked about today. */
export const unconfirmedSince = (today: string): string => daysFrom(today, -staleAfterDays);
