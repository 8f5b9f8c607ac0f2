import type { ReactNode } from 'react';

interface ExpanderProps {
  /** What is inside, as a level-two heading that is also the switch. */
  heading: string;
  children: ReactNode;
}

/** A section that stands closed until somebody wants it. On paper it is open. */
export const Expander = ({ heading, children }: ExpanderProps) => (
  <details className="nhsuk-details nhsuk-expander">
    <summary className="nhsuk-details__summary">
      <h2 className="nhsuk-details__summary-text">{heading}</h2>
    </summary>
    <div className="nhsuk-details__text">{children}</div>
  </details>
);
