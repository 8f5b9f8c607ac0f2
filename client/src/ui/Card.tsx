import { Card as LibraryCard } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { Link } from './Link.tsx';

/** A card that leads somewhere: the whole card can be pressed, its heading is the link. */
export const LinkCard = ({ href, heading, children }: { href: string; heading: string; children?: ReactNode }) => (
  <LibraryCard clickable>
    <LibraryCard.Heading headingLevel="h2" size="m">
      <Link href={href} className="nhsuk-card__link">
        {heading}
      </Link>
    </LibraryCard.Heading>
    {children}
  </LibraryCard>
);

/** A box around what belongs together, with its own heading. */
export const Card = ({ heading, children }: { heading?: string; children: ReactNode }) => (
  <LibraryCard>
    {heading === undefined ? null : (
      <LibraryCard.Heading headingLevel="h2" size="m">
        {heading}
      </LibraryCard.Heading>
    )}
    {children}
  </LibraryCard>
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
