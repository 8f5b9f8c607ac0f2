import { fromGlobalId } from '../kernel/global-id.ts';
import { describe, expect, it } from 'vitest';
import { decideBeginning, eventsFor, keyOf, MOST_BEHIND, recordsOf, type Change } from './live.rules.ts';

const idOf = (digit: number): string => `00000000-0000-7000-8000-00000000000${digit}`;
const change = (position: number, type: string, digit: number, returner?: number): Change => ({
  position,
  type,
  id: idOf(digit),
  returnerId: returner === undefined ? null : idOf(returner),
});
const everything = () => true;

/** What a reader makes of the text: each event's record, and the id they would come back with after it. */
const read = (text: string) => {
  let known = '';
  return text
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => {
      const lines = Object.fromEntries(event.split('\n').map((line) => line.split(': ', 2)));
      known = lines['id'] ?? known;
      const { type, id } = JSON.parse(lines['data'] ?? '{}');
      expect(Object.keys(JSON.parse(lines['data'] ?? '{}'))).toEqual(['type', 'id']);
      return `${lines['event']} ${type} ${fromGlobalId(id)?.id.at(-1)} then ${known}`;
    });
};

describe('where somebody begins', () => {
  it('is the newest change for whoever comes for the first time', () => {
    expect(decideBeginning(undefined, { oldest: 5, newest: 9 })).toEqual({ from: 9, isReset: false });
    expect(decideBeginning('', { oldest: 0, newest: 0 })).toEqual({ from: 0, isReset: false });
  });

  it.each(['5', '7', '9'])('is behind %s for whoever knows it, while all that came after is kept', (id) => {
    expect(decideBeginning(id, { oldest: 5, newest: 9 })).toEqual({ from: Number(id), isReset: false });
  });

  it.each(['4', '10', '-6', '6.5', 'six', '9'.repeat(40)])(
    'is anew for whoever knows %s, which we cannot go on from',
    (id) => {
      expect(decideBeginning(id, { oldest: 5, newest: 9 })).toEqual({ from: 9, isReset: true });
    },
  );

  it('is anew for whoever was away for too long', () => {
    const kept = { oldest: 1, newest: MOST_BEHIND + 10 };
    expect(decideBeginning('10', kept).isReset).toBe(false);
    expect(decideBeginning('9', kept).isReset).toBe(true);
  });
});

describe('what somebody is told', () => {
  it('is the record and the returner it is about, and the id comes with the last of the two', () => {
    const text = eventsFor([change(7, 'Placement', 1, 2)], everything);
    expect(read(text)).toEqual(['change Placement 1 then ', 'change Returner 2 then 7']);
  });

  it('is nothing where they may not see the record, though they may see the returner', () => {
    const proposal = [change(7, 'Placement', 1, 2)];
    expect(eventsFor(proposal, ({ type }) => type === 'Returner')).toBe('');
  });

  it('is the record alone where they may not see the returner', () => {
    const text = eventsFor([change(7, 'Placement', 1, 2)], ({ type }) => type === 'Placement');
    expect(read(text)).toEqual(['change Placement 1 then 7']);
  });

  it('is the returner where a day has gone from the log', () => {
    const text = eventsFor([change(7, 'LoggedDay', 1, 2)], ({ type }) => type === 'Returner');
    expect(read(text)).toEqual(['change Returner 2 then 7']);
  });

  it('names a record once, the last time it changed', () => {
    const text = eventsFor([change(3, 'Host', 1), change(4, 'Host', 2), change(5, 'Host', 1)], everything);
    expect(read(text)).toEqual(['change Host 2 then 4', 'change Host 1 then 5']);
  });

  it('leaves nothing out for whoever goes on from any id they were given', () => {
    const changes = [change(1, 'LoggedDay', 1, 9), change(2, 'LoggedDay', 2, 9), change(3, 'Returner', 9, 9)];
    const told = read(eventsFor(changes, everything));
    for (let heard = 0; heard <= told.length; heard++) {
      const known = Number(told[heard - 1]?.split(' then ')[1] ?? 0);
      const rest = read(
        eventsFor(
          changes.filter(({ position }) => position > known),
          everything,
        ),
      );
      const records = [...told.slice(0, heard), ...rest].map((event) => event.split(' then ')[0]);
      expect(new Set(records)).toEqual(new Set(['change LoggedDay 1', 'change LoggedDay 2', 'change Returner 9']));
    }
  });
});

it('asks for each record once', () => {
  const asked = recordsOf([change(1, 'LoggedDay', 1, 9), change(2, 'LoggedDay', 1, 9)]);
  expect(asked.map(keyOf)).toEqual([`LoggedDay:${idOf(1)}`, `Returner:${idOf(9)}`]);
});
