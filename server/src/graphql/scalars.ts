import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseCalendarDate } from '../kernel/calendar-date.ts';

/** A scalar whose text must pass a check; anything else is the caller's mistake, with a sentence that says what is right. */
const textScalar = (
  name: string,
  description: string,
  help: string,
  read: (value: string) => string | undefined,
): GraphQLScalarType => {
  const parse = (value: unknown): string => {
    const parsed = typeof value === 'string' ? read(value) : undefined;
    if (parsed === undefined) throw new GraphQLError(help, { extensions: { code: 'BAD_USER_INPUT' } });
    return parsed;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
};

/** A date without a time. */
export const CalendarDateScalar = textScalar(
  'CalendarDate',
  'A date in Europe/London without a time, as year-month-day. Example: `2026-11-21`.',
  'Give a date that exists as year-month-day, for example 2026-11-21.',
  (value) => parseCalendarDate(value),
);

const instant = textScalar(
  'Instant',
  'A moment in time, in UTC, by ISO 8601. Example: `2026-11-21T09:30:00.000Z`.',
  'Give a moment in UTC, for example 2026-11-21T09:30:00Z.',
  (value) =>
    /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) && !Number.isNaN(Date.parse(value))
      ? new Date(value).toISOString()
      : undefined,
);
/** An instant. */
export const InstantScalar = new GraphQLScalarType({
  ...instant.toConfig(),
  serialize: (value) => new Date(value as string | Date).toISOString(),
});

/** A time of day. */
export const TimeOfDayScalar = textScalar(
  'TimeOfDay',
  'A time of day on a 24-hour clock, as hours and minutes. Example: `09:30`.',
  'Give a time from 00:00 to 23:59, for example 09:30.',
  (value) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined),
);

/** A key that makes a request safe to send again. */
export const UuidScalar = textScalar(
  'UUID',
  'A UUID of any version. Example: `0190f3a4-6b1e-7c3a-9d52-3f8a1b2c4d5e`.',
  'Give a UUID, for example 0190f3a4-6b1e-7c3a-9d52-3f8a1b2c4d5e.',
  (value) =>
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value) ? value.toLowerCase() : undefined,
);

/** Part of a name to look for. */
export const SearchTextScalar = textScalar(
  'SearchText',
  'Part of a name to look for, 3 to 100 characters, in any case. Example: `gloucest`.',
  'Give 3 to 100 characters to look for.',
  (value) => (value.trim().length >= 3 && value.length <= 100 && !value.includes('\0') ? value.trim() : undefined),
);
