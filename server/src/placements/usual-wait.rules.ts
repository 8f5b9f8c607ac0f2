import { escalationWorkingDays } from './placement.rules.ts';

/** How long a wait usually takes, in words; our own reading, and said to be. */
export const usualWait = `${escalationWorkingDays} working days (assumed)`;

/** The same, with the reason for the reading. */
export const usualWaitAndWhy = `${escalationWorkingDays} working days (assumed: after that time the scheme in Scotland asks people to chase an answer).`;

/** What is said of a wait after which somebody else is told. */
export const longerThanUsual = `more than ${escalationWorkingDays} working days`;
