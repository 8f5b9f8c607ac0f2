/**
 * What is told to the programs of an organisation, as data: when something happens to one of these records, its id, its version and
 * the fields named here are told, and nothing else. Who somebody is, why something was decided, health, declarations and addresses
 * stand in no event. Changing what is told means a new version of the schema.
 */
export const eventTypes = {
  PLACEMENT_OFFERED: 'A placement at your organisation was offered.',
  PLACEMENT_ACCEPTED_BY_RETURNER: 'The returner said yes to a placement; your organisation has not answered.',
  PLACEMENT_ACCEPTED_BY_SITE: 'Your organisation said yes to a placement; the returner has not answered.',
  PLACEMENT_ACCEPTED: 'Both sides have said yes to a placement.',
  PLACEMENT_DECLINED: 'One side said no to a placement.',
  PLACEMENT_EXPIRED: 'Nobody answered the offer of a placement in time.',
  PLACEMENT_WITHDRAWN: 'A placement was taken back before it started.',
  PLACEMENT_STARTED: 'A placement is under way.',
  PLACEMENT_MOVED: 'A placement goes on at another site.',
  PLACEMENT_ENDED_EARLY: 'A placement ended before its last day.',
  PLACEMENT_COMPLETED: 'A placement ended as planned.',
  CAPACITY_OFFER_YES: 'A site offers places, or what it offers has changed.',
  CAPACITY_OFFER_MAYBE: 'A site may offer places, or what it may offer has changed.',
  CAPACITY_OFFER_NO: 'A site says that it has no places.',
  SIGN_OFF_ASKED: 'A supervisor is asked to confirm days, or the question has changed.',
  SIGN_OFF_SIGNED: 'A supervisor has confirmed all the days of a question.',
  SIGN_OFF_PARTLY_SIGNED: 'A supervisor has confirmed some days of a question and sent others back.',
  SIGN_OFF_SENT_BACK: 'A supervisor has sent all days of a question back.',
  SIGN_OFF_WITHDRAWN: 'A question to a supervisor was taken back.',
  SIGN_OFF_TAKEN_BACK: 'A signature was taken back and counts no more.',
  ASSESSMENT_ASSIGNED: 'An assessment is due: an assessor was named, or another one, or another day.',
  ASSESSMENT_DRAFTED: 'The assessor has begun to write.',
  ASSESSMENT_SUBMITTED:
    'An assessment was submitted. What it says, and whether somebody looks at it a second time, its readers alone are told.',
  ASSESSMENT_WITHDRAWN: 'An assessment is not wanted any more.',
  PLACEMENT_SITE_CHANGED: 'A site of your organisation was added, or what is known of it has changed.',
  BULK_EXPORT_READY: 'An export that you asked for is ready to be fetched.',
  BULK_EXPORT_STOPPED: 'An export that you asked for ended before it was whole.',
  HOST_CHANGED: 'What is known of your organisation has changed.',
} as const;

/** What has happened, by name. */
export type EventTypeName = keyof typeof eventTypes;

/** What stands in an event beside its type, its time and its ids: how the record stood once the change was made. */
export interface EventFacts {
  readonly version: number;
  readonly state: string | null;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly places?: number;
}

/** A kind of record that events tell of. */
export interface EventSubject {
  /** The GraphQL type. */
  readonly type: string;
  readonly table: string;
  /** The column with the organisation that is told. */
  readonly host: string;
  /** The column that says how the record stands; the type of the event is the subject's name and this. */
  readonly state: string | null;
  /** What stands in the event beside the version and the state, by name in the event. */
  readonly told: Readonly<Record<string, string>>;
  /** The column that says whether the organisation may know of the record at all. */
  readonly knownWhere: string | null;
  /**
   * States in which the record changes in ways that the organisation is not told of: there is an event only where what it says is not
   * what the last one said.
   */
  readonly quietIn?: readonly string[];
  /** The beginning of the names of its events. */
  readonly prefix: string;
  /** Such records are made along with another, by this action on it, which they name in this column. */
  readonly madeWith?: { readonly action: string; readonly column: string };
}

/** The records that events tell of. Checks before day one are not among them: what they are about can tell of health. */
export const eventSubjects: readonly EventSubject[] = [
  {
    type: 'Placement',
    table: 'placement',
    host: 'host_id',
    state: 'state',
    told: { startsOn: 'starts_on', endsOn: 'ends_on' },
    // a proposal is nobody's business yet
    knownWhere: 'is_shown',
    prefix: 'PLACEMENT',
  },
  {
    type: 'CapacityOffer',
    table: 'capacity_offer',
    host: 'host_id',
    state: 'answer',
    told: { startsOn: 'starts_on', endsOn: 'ends_on', places: 'places' },
    knownWhere: null,
    prefix: 'CAPACITY_OFFER',
  },
  {
    type: 'SignOff',
    table: 'sign_off',
    host: 'host_id',
    state: 'state',
    told: { startsOn: 'from_on', endsOn: 'until_on' },
    knownWhere: null,
    prefix: 'SIGN_OFF',
  },
  {
    type: 'Assessment',
    table: 'assessment',
    host: 'host_id',
    state: 'state',
    told: { startsOn: 'assigned_on', endsOn: 'due_on' },
    knownWhere: null,
    // how often a draft is saved, that it is looked at again, and that the returner does not agree: not theirs to know
    quietIn: ['DRAFTED', 'SUBMITTED'],
    prefix: 'ASSESSMENT',
  },
  {
    type: 'PlacementSite',
    table: 'placement_site',
    host: 'host_id',
    state: null,
    told: {},
    knownWhere: null,
    prefix: 'PLACEMENT_SITE',
    madeWith: { action: 'addHost', column: 'host_id' },
  },
  {
    type: 'BulkExport',
    table: 'bulk_export',
    host: 'host_id',
    state: 'state',
    told: {},
    // it has ended, and an organisation asked for it
    knownWhere: 'is_told',
    prefix: 'BULK_EXPORT',
  },
  { type: 'Host', table: 'host', host: 'id', state: null, told: {}, knownWhere: null, prefix: 'HOST' },
];

/** The kind of record that an event is about. */
export const subjectOfEvent = (type: EventTypeName): EventSubject | undefined =>
  eventSubjects
    .filter(({ prefix }) => type.startsWith(`${prefix}_`))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)[0];

/** The name of an event for the world outside. Example: `placement.accepted_by_site` for `PLACEMENT_ACCEPTED_BY_SITE`. */
export const eventNameOf = (type: EventTypeName): string => {
  const prefix = subjectOfEvent(type)?.prefix;
  return prefix === undefined ? type.toLowerCase() : `${prefix}.${type.slice(prefix.length + 1)}`.toLowerCase();
};
