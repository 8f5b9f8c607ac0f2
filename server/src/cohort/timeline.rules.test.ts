import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../kernel/calendar-date.ts';
import { standingOn, timelineOf, type LedgerFacts } from './timeline.rules.ts';

const facts: LedgerFacts = {
  startedOn: on('2026-09-01'),
  entries: [
    { id: 'a', on: on('2026-09-02'), action: 'updateProfile', by: null },
    { id: 'b', on: on('2026-09-02'), action: 'changePassword', by: null },
    { id: 'c', on: on('2026-11-03'), action: 'recordStartingCheck', by: 'Example Coordinator' },
  ],
  consents: [
    { on: on('2026-09-03'), isGiven: true, kind: 'SHARE_WITH_COORDINATORS' },
    { on: on('2026-11-10'), isGiven: false, kind: 'SHARE_WITH_COORDINATORS' },
  ],
  questions: [{ askedOn: on('2026-09-05'), answeredOn: on('2026-09-20') }],
  decisions: [{ on: on('2026-09-25'), decision: 'ADMITTED' }],
  logged: [
    { recordedOn: on('2026-09-10'), supersededOn: on('2026-09-12'), isRemoved: false, isFirst: true, minutes: 420 },
    { recordedOn: on('2026-09-12'), supersededOn: null, isRemoved: false, isFirst: false, minutes: 300 },
    { recordedOn: on('2026-09-12'), supersededOn: on('2026-10-01'), isRemoved: false, isFirst: true, minutes: 60 },
    { recordedOn: on('2026-10-01'), supersededOn: null, isRemoved: true, isFirst: false, minutes: 60 },
  ],
  requests: [{ sentOn: on('2026-10-05'), closedOn: on('2026-10-22'), state: 'MET' }],
  placements: [
    {
      siteName: 'Example Site',
      isShown: true,
      state: 'STARTED',
      startsOn: on('2026-11-16'),
      proposedOn: on('2026-10-12'),
      offeredOn: on('2026-10-13'),
      returnerAcceptedOn: on('2026-10-20'),
      hostAcceptedOn: on('2026-10-22'),
      changedOn: on('2026-11-16'),
    },
  ],
  moves: [
    { askedOn: on('2026-10-01'), answeredOn: on('2026-10-03'), state: 'ACCEPTED', from: 'London', to: 'North West' },
  ],
};

describe('the timeline', () => {
  const all = timelineOf(facts, on('2026-12-31'), true);
  it('tells what happened, the latest first', () => {
    expect(all.map(({ on: day, sentence }) => `${day} ${sentence}`)).toEqual([
      '2026-11-16 The placement started (Example Site).',
      '2026-11-10 The person stopped sharing the record.',
      '2026-11-03 A check before day one was brought up to date.',
      '2026-10-22 The site said yes to the place at Example Site.',
      '2026-10-22 The request was met.',
      '2026-10-20 The returner said yes to the place at Example Site.',
      '2026-10-13 A place at Example Site was offered.',
      '2026-10-12 A place at Example Site was proposed. Only coordinators see that.',
      '2026-10-05 A placement was asked for.',
      '2026-10-03 North West took the person on.',
      '2026-10-01 North West was asked to take the person on from London.',
      '2026-10-01 A logged entry was changed or removed.',
      '2026-09-25 The national programme takes the person.',
      '2026-09-20 HCPC answered.',
      '2026-09-12 A logged entry was changed or removed.',
      '2026-09-12 An entry was logged.',
      '2026-09-10 An entry was logged.',
      '2026-09-05 HCPC was asked.',
      '2026-09-03 The person shares the record with coordinators.',
      '2026-09-02 The profile was changed.',
      '2026-09-01 The pathway began.',
    ]);
    expect(all.filter(({ by }) => by !== null).map(({ by }) => by)).toEqual(['Example Coordinator']);
  });
  it('says nothing of a password, and to the person nothing of proposals', () => {
    expect(all.some(({ sentence }) => /password/i.test(sentence))).toBe(false);
    const own = timelineOf(facts, on('2026-12-31'), false);
    expect(own).toHaveLength(all.length - 1);
    expect(own.some(({ sentence }) => sentence.includes('proposed'))).toBe(false);
  });
  it('ends with the day that is asked for', () => {
    expect(timelineOf(facts, on('2026-09-02'), true).map(({ kind }) => kind)).toEqual(['RECORD', 'RECORD']);
  });
});

describe('how things stood', () => {
  it.each([
    ['2026-08-31', { hasBegun: false, isShared: false, loggedMinutes: 0, placement: null }],
    [
      '2026-09-11',
      { hasBegun: true, isShared: true, loggedMinutes: 420, isWaitingForHcpc: true, programmeDecision: null },
    ],
    ['2026-09-30', { loggedMinutes: 360, isWaitingForHcpc: false, programmeDecision: 'ADMITTED' }],
    ['2026-10-12', { loggedMinutes: 300, waitsForPlaceSince: '2026-10-05', placement: null }],
    ['2026-10-13', { placement: 'Offered at Example Site; nobody has answered.' }],
    ['2026-10-21', { placement: 'Offered at Example Site; one side has answered.', waitsForPlaceSince: '2026-10-05' }],
    ['2026-10-22', { placement: 'Accepted by both at Example Site, from 16 November 2026.', waitsForPlaceSince: null }],
    ['2026-11-16', { placement: 'Under way at Example Site.', isShared: false }],
  ])('on %s', (day, stood) => {
    expect(standingOn(facts, on(day))).toMatchObject(stood);
  });
});
