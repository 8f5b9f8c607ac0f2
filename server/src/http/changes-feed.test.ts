import { expect, test } from 'vitest';
import { changesAsAtom, changesAsJsonFeed } from './changes-feed.ts';

const first = { releasedOn: '2026-11-22', groups: [{ title: 'First contract', changes: ['professions & <more>'] }] };
const second = { releasedOn: '2027-01-04', groups: [{ title: 'New queries', changes: ['`a`: One.', '`b`: Two.'] }] };

test('each release is one item, the newest first, with an id that stays', () => {
  const before = changesAsJsonFeed([first], 'https://example.org');
  const after = changesAsJsonFeed([second, first], 'https://example.org');
  expect(after.items.map(({ title }) => title)).toEqual(['Released on 2027-01-04', 'Released on 2026-11-22']);
  expect(after.items[1]?.id).toBe(before.items[0]?.id);
  expect(after.items[0]?.content_text).toBe('New queries\n- `a`: One.\n- `b`: Two.');
});

test('the Atom feed says the same, and its words are no markup', () => {
  const feed = changesAsAtom([second, first], 'https://example.org');
  expect(feed).toContain('<updated>2027-01-04T00:00:00Z</updated>');
  expect(feed).toContain('professions &amp; &lt;more&gt;');
  expect(feed.match(/<entry>/g)).toHaveLength(2);
});
