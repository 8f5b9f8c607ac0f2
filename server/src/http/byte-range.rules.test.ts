import { describe, expect, it } from 'vitest';
import { rangeOf } from './byte-range.rules.ts';

describe('the header Range, of a file of 100 bytes', () => {
  it.each([
    [undefined, 'ALL'],
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=90-1000', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=100-', 'BEYOND'],
    ['bytes=-0', 'BEYOND'],
    ['bytes=9-0', 'ALL'],
    ['bytes=0-1,5-6', 'ALL'],
    ['lines=0-1', 'ALL'],
    ['bytes=-', 'ALL'],
  ])('%s asks for %o', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });
});
