import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { mockServer } from './mock-api.ts';

// The browser does these; jsdom does not.
Element.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};

beforeAll(() => mockServer.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  cleanup();
  mockServer.resetHandlers();
  sessionStorage.clear();
  localStorage.clear();
});
afterAll(() => mockServer.close());
