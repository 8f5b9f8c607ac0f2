import type { ReactNode } from 'react';
import { Link } from './Link.tsx';

// Written out: the library's card brings seven kilobytes to the first page for these few elements.

/** A card that leads somewhere: the whole card can be pressed, its heading is the link. */
export const LinkCard = ({ href, heading, children }: { href: string; heading: string; children?: ReactNode }) => (
  <div className="nhsuk-card nhsuk-card--clickable">
    <div className="nhsuk-card__content">
      <h2 className="nhsuk-card__heading nhsuk-heading-m">
        <Link href={href} className="nhsuk-card__link">
          {heading}
        </Link>
      </h2>
      {children}
    </div>
  </div>
);

/** Cards side by side, or one under the other on a phone. */
export const Cards = ({ children }: { children: ReactNode }) => <ul className="rtp-cards">{children}</ul>;

/** The few figures that answer the question, large. */
export const Figures = ({ figures }: { figures: readonly { value: string; label: string }[] }) => (
  <ul className="rtp-figures">
    {figures.map(({ value, label }) => (
      <li className="rtp-figures__item" key={label}>
        <span className="rtp-figures__value">{value}</span>
        <span className="rtp-figures__label">{label}</span>
      </li>
    ))}
  </ul>
);
