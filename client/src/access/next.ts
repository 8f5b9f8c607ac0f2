import { useLocation, useSearchParams } from 'react-router';

const place = 'next';

/** Only a path of this service, as the server takes it: "//elsewhere", "/\elsewhere" and a tab before the second slash lead out of it. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\p{Cc}\s\\]*$/u.test(path);

/** Where to go after signing in, as the address says it; `otherwise` where it says nothing or something odd. */
export function useNext(otherwise: string): string {
  const [search] = useSearchParams();
  const next = search.get(place) ?? '';
  return isOwnPath(next) ? next : otherwise;
}

/** An address that comes back to `path` afterwards. */
export const withNext = (address: string, path: string): string =>
  isOwnPath(path) ? `${address}?${new URLSearchParams({ [place]: path })}` : address;

/** The path of the page that is shown, with its search part. */
export function useHere(): string {
  const { pathname, search } = useLocation();
  return `${pathname}${search}`;
}
