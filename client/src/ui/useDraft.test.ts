import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useDraft } from './useDraft.ts';

afterEach(() => vi.restoreAllMocks());

test('a browser that is full loses nothing that stands in the form', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { result } = renderHook(() => useDraft('a-form', { note: '' }));
  act(() => result.current.change({ note: 'Two papers' }));
  expect(result.current.draft.note).toBe('Two papers');
});
