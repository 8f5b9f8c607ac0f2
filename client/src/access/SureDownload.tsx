import { useRef, type ReactNode } from 'react';
import { confirmItIsYou } from '../apollo/confirming.ts';

/** Asks only if the server would: before a file that the browser fetches by itself. */
async function becomeSure(): Promise<boolean> {
  try {
    const response = await fetch(new URL('/auth/confirm', location.origin), { credentials: 'same-origin' });
    const answer: unknown = await response.json();
    if (!response.ok || Reflect.get(Object(answer), 'isConfirmed') === true) return true;
  } catch {
    // the browser says itself that it cannot fetch the file
    return true;
  }
  return confirmItIsYou();
}

/** A link to a file that holds what is said about people: whoever takes it has just shown who they are, or is asked. */
export function SureDownload({ href, children }: { href: string; children: ReactNode }) {
  const isSure = useRef(false);
  return (
    <a
      href={href}
      download
      onClick={(event) => {
        if (isSure.current) {
          isSure.current = false;
          return;
        }
        event.preventDefault();
        const link = event.currentTarget;
        void becomeSure().then((sure) => {
          if (!sure) return;
          isSure.current = true;
          link.click();
        });
      }}
    >
      {children}
    </a>
  );
}
