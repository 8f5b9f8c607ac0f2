import { parseEmail } from '../access/email.rules.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';

/** Organisations that may host a returner. */
export const hostKinds = {
  NHS_TRUST: 'An NHS trust or foundation trust.',
  GENERAL_PRACTICE: 'A general practice, or a group of them.',
  INDEPENDENT: 'A private hospital, clinic or practice.',
  SOCIAL_CARE: 'A provider of social care.',
  LOCAL_GOVERNMENT: 'A council.',
  CHARITY: 'A charity or a social enterprise.',
  UNIVERSITY: 'A university or a college.',
} as const;
/** A kind of organisation. */
export type HostKind = keyof typeof hostKinds;

/** The roles that an organisation hands out itself. */
export const hostRoles = {
  ORGANISATION_MEMBER: 'Looks after places and supervisors.',
  ORGANISATION_ADMINISTRATOR: 'The same, and hands out roles.',
  SUPERVISOR: 'Supervises returners here.',
} as const;
/** A role that an organisation hands out itself. */
export type HostRole = keyof typeof hostRoles;

/** What a site needs of a returner. The list is ours: nothing about health belongs here (assumed). */
export const siteNeeds = {
  OWN_CAR: 'A car and a licence, for visits.',
  EARLY_OR_LATE: 'Early or late shifts.',
  WEEKENDS: 'Some work at weekends.',
  MOVING_PEOPLE: 'Moving and handling of people.',
  INDUCTION_FIRST: 'A day of induction before the first day.',
  UNIFORM_BROUGHT: 'Clothes of one’s own that suit the work.',
} as const;
/** Something that a site needs of a returner. */
export type SiteNeed = keyof typeof siteNeeds;

/** What a host has ready before it takes somebody. Source: P12c. */
export const hostChecklist = {
  CONTACT: 'One person to turn to.',
  CRITERIA: 'Clear words on whom the site can take.',
  CONTRACT: 'The kind of contract, with how long it takes.',
  IDENTITY: 'Who looks at proof of identity.',
  REFERENCES: 'Who asks for references.',
  CRIMINAL_RECORD: 'Who starts the criminal record check.',
  OCCUPATIONAL_HEALTH: 'How occupational health is reached.',
  MANDATORY_TRAINING: 'How mandatory training is booked.',
  UNIFORM: 'Where a uniform comes from.',
  IT_ACCESS: 'Who asks for access to computers.',
} as const;
/** One thing that a host has ready. */
export type ChecklistItem = keyof typeof hostChecklist;

/** The longest name and the longest text about a site, in characters. */
export const hostNameAtMost = 200;
export const aboutAtMost = 2000;

/**
 * A name stands in mails and calendars, where a line break would begin something else. What turns the direction of writing
 * around would make a name, and all that follows it in its line, read as another.
 */
const unfit = {
  ONE_LINE: /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u,
  LINES: /[^\P{Cc}\n\r\t]|\p{Bidi_Control}/u,
} as const;

/** Why a text cannot be kept; empty if it can. */
export const faultsOfText = (
  path: string,
  typed: string,
  atMost: number,
  what: string,
  form: keyof typeof unfit = 'ONE_LINE',
): Refusal[] => {
  const text = typed.trim();
  const { length } = text;
  if (length > 0 && length <= atMost && !unfit[form].test(text) && text.isWellFormed()) return [];
  return [
    {
      code: length === 0 ? 'VALUE_MISSING' : 'VALUE_INVALID',
      path: [path],
      message: length === 0 ? `${what} is missing.` : `${what} is too long, or holds signs that no text has.`,
      help: `Give 1 to ${atMost} characters.`,
    },
  ];
};

/** Why an address cannot be written to; empty if it can. */
export const faultsOfEmail = (path: string, typed: string): Refusal[] =>
  parseEmail(typed) === undefined
    ? [
        {
          code: 'VALUE_INVALID',
          path: [path],
          message: 'This is not an e-mail address.',
          help: 'Check it. Example: name@example.org.',
        },
      ]
    : [];

/** Why a number is out of reach; empty if it is not. */
export const faultsOfNumber = (path: string, value: number, least: number, most: number, what: string): Refusal[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: [path],
          message: `${what} is not possible.`,
          help: `Give a whole number from ${least} to ${most}.`,
        },
      ];

/** Why these are no days of the week; empty if they are. */
export const faultsOfWeekdays = (path: string, weekdays: readonly number[]): Refusal[] =>
  weekdays.length > 0 &&
  new Set(weekdays).size === weekdays.length &&
  weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: [path],
          message: 'These are not days of the week.',
          help: 'Give each day once, from 1 (Monday) to 7 (Sunday).',
        },
      ];

/** Why a change is too late; empty if nobody was faster. */
export const faultsOfVersion = (record: { readonly version: number }, expectedVersion: number): Refusal[] =>
  record.version === expectedVersion ? [] : [conflict(record.version)];
