import { expect, it } from 'vitest';
import { TurnedAway } from '../../kernel/turned-away.ts';
import { pageOf, toCursor } from './cursor.ts';

const id = '0199d4a2-0000-7000-8000-000000000000';

it.each([
  [{ first: 5, after: 'zzz' }, 'after', /cursor in `after`/],
  [{ first: 5, after: toCursor('another list', ['a', id]) }, 'after', /cursor in `after`/],
  [{ last: 5, before: '' }, 'before', /cursor in `before`/],
  [{ first: 5, before: toCursor('a list', ['a', id]) }, 'first', /`before` with `last`/],
  [{ first: 0 }, 'first', /`first` must be from 1 to 100/],
  [{ last: 101 }, 'last', /`last` must be from 1 to 100/],
  [{}, 'first', /either `first` or `last`/],
])('%j is refused, and the refusal names the list and the argument', (values, argument, words) => {
  const read = () => pageOf(values, 'a list', 'Host.sites');
  expect(read).toThrow(words);
  expect(read).toThrow(/^Host\.sites: /);
  try {
    read();
  } catch (error) {
    expect(error instanceof TurnedAway && error.field).toBe(argument);
  }
});

it('begins behind the cursor of its own list', () => {
  expect(pageOf({ first: 5, after: toCursor('a list', ['a', id]) }, 'a list', 'Host.sites')).toEqual({
    size: 5,
    backwards: false,
    from: ['a', id],
  });
});
