import type { Actor } from '../access/actor.ts';
import { hostsOpenTo } from '../access/scope.policy.ts';
import { opensAnything, type Visibility } from '../access/visibility.ts';
import { eventTypes, subjectOfEvent, type EventTypeName } from '../audit/event-types.rules.ts';
import { bulkExportsVisibleTo } from '../bulk/bulk-export.policy.ts';
import { assessmentsVisibleTo } from '../assessments/assessment.policy.ts';
import { signOffsVisibleTo } from '../assessments/sign-off.policy.ts';
import { capacityVisibleTo } from '../placements/capacity.policy.ts';
import { hostsRunBy, hostsVisibleTo } from '../placements/host.policy.ts';
import { placementsVisibleTo } from '../placements/placement.policy.ts';

/** The people of an organisation to whom events are told. Its programs take the scope for it. */
const staff: readonly Actor['kind'][] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];

const ownHosts = (actor: Actor): Visibility => (actor.kind === 'PARTNER' ? hostsVisibleTo(actor) : hostsRunBy(actor));

/** What must be seen now for an event about it to be seen, by the record's table. */
const seenNow: Readonly<Record<string, (actor: Actor) => Visibility>> = {
  placement: placementsVisibleTo,
  capacity_offer: capacityVisibleTo,
  sign_off: signOffsVisibleTo,
  assessment: assessmentsVisibleTo,
  placement_site: (actor) => [[{ column: 'host_id', belongsTo: 'host', visible: ownHosts(actor) }]],
  // of what somebody takes out of the service nobody else is told
  bulk_export: bulkExportsVisibleTo,
  host: ownHosts,
};

/**
 * An event is seen by those whose organisation's record it was when it happened, and who see the record still. What somebody may not
 * read any more they cannot learn from its past either.
 */
export const eventsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind !== 'PARTNER' && !staff.includes(actor.kind)) return 'NONE';
  const hosts = actor.kind === 'PARTNER' ? hostsOpenTo(actor, 'READ_EVENTS') : actor.hostIds;
  return Object.entries(seenNow).map(([table, visible]) => [
    { column: 'host_id', isOneOf: hosts },
    { column: 'subject_id', belongsTo: table, visible: visible(actor) },
  ]);
};

/** Whether events of a type can be told to somebody at all: a program needs the scope for them, and the one for their record. */
export const reachesEvents = (actor: Actor, type: EventTypeName): boolean => {
  const visible = eventsVisibleTo(actor);
  if (typeof visible === 'string') return visible === 'ALL';
  const table = subjectOfEvent(type)?.table;
  return opensAnything(
    visible.filter((tests) => tests.some((test) => 'belongsTo' in test && test.belongsTo === table)),
  );
};

/** Every type of event that can be told to somebody. */
export const typesReachedBy = (actor: Actor): readonly EventTypeName[] =>
  (Object.keys(eventTypes) as EventTypeName[]).filter((type) => reachesEvents(actor, type));
