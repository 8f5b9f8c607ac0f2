import { expect, test } from 'vitest';
import { readEvents } from './events.ts';

const stream = [
  'retry: 2000\n\nid: 4\nevent: ready\ndata: {}\n\n',
  ': still here\nid: 5\n\n',
  'event: change\ndata: {"type":"Host"}\n\n',
  'id: 6\nevent: change\ndata: {"type":\ndata: "Site"}\n\n',
].join('');
const events = [
  { name: 'ready', data: '{}' },
  { name: 'change', data: '{"type":"Host"}' },
  { name: 'change', data: '{"type":\n"Site"}' },
];

test.each([1, 2, 7, 1_000])('reads the same events in pieces of %i letters', (size) => {
  const reader = readEvents();
  const read = [];
  for (let from = 0; from < stream.length; from += size) read.push(...reader.take(stream.slice(from, from + size)));
  expect(read).toEqual(events);
  expect([reader.lastId(), reader.pause()]).toEqual(['6', 2_000]);
});

test('goes on from what is known, until the stream says more', () => {
  const reader = readEvents('3');
  expect(reader.lastId()).toBe('3');
  reader.take(': still here\nid: 8\n\n');
  expect(reader.lastId()).toBe('8');
});

test('an event that is not complete is none', () => {
  expect(readEvents().take('event: change\ndata: {}\n')).toEqual([]);
});
