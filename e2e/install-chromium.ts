import { findChromium } from './find-chromium.ts';

// Makes sure that there is a browser before the tests begin, and says which.
console.log(`Chromium for the tests: ${findChromium()}`);
