/** What is known of a browser that somebody signs in with. Nothing of where it is. */
export interface Device {
  /** The secret by which the browser is known again; null where it holds none. */
  readonly token: string | null;
  /** Such as "Firefox"; null where it does not say. */
  readonly browser: string | null;
  /** Such as "Android"; null where it does not say. */
  readonly system: string | null;
  /** The token of a session that it holds: the next sign-in with it ends that. */
  readonly session?: string | null;
}

/** The first that matches counts: most browsers also name those that they descend from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const firstOf = (known: readonly (readonly [RegExp, string])[], text: string): string | null =>
  known.find(([sign]) => sign.test(text))?.[1] ?? null;

/** More than any browser says of itself. */
const MOST_READ = 500;

/** The families of browser and system, from what a browser says of itself. No version: it would tell people apart. */
export const readUserAgent = (userAgent: string): Pick<Device, 'browser' | 'system'> => {
  const said = userAgent.slice(0, MOST_READ);
  return { browser: firstOf(browsers, said), system: firstOf(systems, said) };
};

/** A device in words, such as "Chrome on Windows". */
export const sayDevice = ({ browser, system }: Pick<Device, 'browser' | 'system'>): string => {
  if (browser === null && system === null) return 'A browser that does not say what it is';
  if (browser === null) return `A browser on ${system}`;
  return system === null ? browser : `${browser} on ${system}`;
};

/** What is known of how often somebody came in before. */
export interface Before {
  /** Sign-ins with a browser that can be known again. */
  readonly known: number;
  /** Those with this very browser. */
  readonly withThis: number;
}

/**
 * Whether somebody must be told that their account was opened with a browser that it was never opened with before. Nobody is told of
 * the first of all: it is the one by which they made the account, or the first since sign-ins are noted.
 */
export const isNewDevice = ({ known, withThis }: Before): boolean => known > 0 && withThis === 0;
