import { expect, test } from 'vitest';
import { concerns } from './shown.ts';
import { sayUpdate } from './words.ts';

const placement = (id: string, state: string) => ({ type: 'Placement', id, state });

test('what became of a placement is said', () => {
  expect(sayUpdate([placement('1', 'OFFERED')], [placement('1', 'ACCEPTED')], [{ type: 'Placement' }])).toBe(
    'Updated: a placement offer was accepted by both sides.',
  );
});

test('a record that is about a returner is named, and not the returner as well', () => {
  expect(sayUpdate([], [], [{ type: 'LoggedDay' }, { type: 'Returner' }])).toBe('Updated: a logged day.');
  expect(sayUpdate([], [], [{ type: 'Returner' }])).toBe('Updated: a returner’s record.');
});

test('nobody hears a long list', () => {
  const types = ['Host', 'Supervisor', 'Account', 'StartingCheck', 'Host'].map((type) => ({ type }));
  expect(sayUpdate([], [], types)).toBe('Updated: an organisation, a supervisor, an account and more.');
  expect(sayUpdate([], [], [])).toBe('This page was updated.');
});

const returner = { viewer: { returner: { __typename: 'Returner', id: 'r1' } } };

test('a list concerns every record of its kind, a page the one it shows, or the first there is', () => {
  expect(concerns('Returners', {}, { type: 'Returner', id: 'r9' })).toBe(true);
  expect(concerns('Log', returner, { type: 'Returner', id: 'r1' })).toBe(true);
  expect(concerns('Log', returner, { type: 'Returner', id: 'r9' })).toBe(false);
  expect(concerns('Log', { viewer: { returner: null } }, { type: 'Returner', id: 'r1' })).toBe(true);
  expect(concerns('Log', returner, { type: 'Host', id: 'h1' })).toBe(false);
});

test('places on offer are counted anew when a place is taken', () => {
  expect(concerns('CapacityBoard', {}, { type: 'Placement', id: 'p1' })).toBe(true);
});
