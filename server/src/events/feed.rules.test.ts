import { describe, expect, it } from 'vitest';
import { eventNameOf, eventSubjects, eventTypes, type EventTypeName } from '../audit/event-types.rules.ts';
import { signOffStates } from '../assessments/sign-off.rules.ts';
import { assessmentStates } from '../assessments/assessment.rules.ts';
import { capacityAnswers } from '../placements/capacity-words.rules.ts';
import { placementStates } from '../placements/placement.rules.ts';
import { hasMissedEvents } from './feed.rules.ts';

const now = new Date('2026-11-22T12:00:00Z');
const idMadeAt = (at: string): string =>
  `${Date.parse(at)
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-000000000001`;

describe('a reader', () => {
  it.each([
    ['2026-11-22T11:00:00Z', false],
    ['2026-08-24T12:00:01Z', false],
    ['2026-08-24T11:59:59Z', true],
    ['1970-01-01T00:00:00Z', true],
  ])('who stands behind an event of %s has missed some: %s', (at, hasMissed) => {
    expect(hasMissedEvents(idMadeAt(at), now)).toBe(hasMissed);
  });
});

describe('events', () => {
  const states: Readonly<Record<string, readonly string[]>> = {
    // nobody is told of a proposal
    Placement: Object.keys(placementStates).filter((state) => state !== 'PROPOSED'),
    CapacityOffer: Object.keys(capacityAnswers),
    SignOff: Object.keys(signOffStates),
    Assessment: Object.keys(assessmentStates),
    // those that have ended
    BulkExport: ['READY', 'STOPPED'],
    PlacementSite: ['CHANGED'],
    Host: ['CHANGED'],
  };

  it('have a type for every state of every record that they tell of, and no other', () => {
    const types = eventSubjects.flatMap(({ type, prefix }) =>
      (states[type] ?? []).map((state) => `${prefix}_${state}`),
    );
    expect(Object.keys(eventTypes).toSorted()).toEqual(types.toSorted());
  });

  it('tell of nothing but states, dates and numbers', () => {
    const told = eventSubjects.flatMap((subject) => Object.values(subject.told));
    expect([...new Set(told)].toSorted()).toEqual([
      'assigned_on',
      'due_on',
      'ends_on',
      'from_on',
      'places',
      'starts_on',
      'until_on',
    ]);
  });

  it.each([
    ['PLACEMENT_ACCEPTED_BY_SITE', 'placement.accepted_by_site'],
    ['PLACEMENT_SITE_CHANGED', 'placement_site.changed'],
    ['CAPACITY_OFFER_NO', 'capacity_offer.no'],
    ['HOST_CHANGED', 'host.changed'],
  ] satisfies [EventTypeName, string][])('of the type %s are called %s outside', (type, name) => {
    expect(eventNameOf(type)).toBe(name);
  });
});
