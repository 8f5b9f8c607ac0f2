import type { ReactNode } from 'react';

interface FirstOfProps {
  shown: number;
  /** All there are; the server counts up to 1,000. */
  count: number;
  /** What is listed, in which order: "sites by name". */
  of: string;
  /** How to come to the others: a sentence or a link. */
  children?: ReactNode;
}

/** Says that a list goes on, and how far. Nothing where all of it is shown. */
export const FirstOf = ({ shown, count, of, children }: FirstOfProps) =>
  count <= shown ? null : (
    <p>
      The first {shown} of {count >= 1000 ? '1,000 or more' : count} {of} are shown here. {children}
    </p>
  );
