import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { mockServer } from './mock-api.ts';

// The first visit to a page compiles it.
configure({ asyncUtilTimeout: 10_000 });

// The browser does these; jsdom does not.
Element.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

beforeAll(() => mockServer.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  cleanup();
  mockServer.resetHandlers();
  sessionStorage.clear();
  localStorage.clear();
});
afterAll(() => mockServer.close());
