import { Details as LibraryDetails, InsetText, Tag as LibraryTag } from 'nhsuk-react-components';
import type { ComponentProps, ReactNode } from 'react';

/** Words set apart from the text around them. */
export const Inset = ({ children }: { children: ReactNode }) => <InsetText>{children}</InsetText>;

/** A warning that must not be missed. */
export const Warning = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="nhsuk-warning-callout">
    <h2 className="nhsuk-warning-callout__label">
      <span className="nhsuk-u-visually-hidden">Important: </span>
      {heading}
    </h2>
    {children}
  </div>
);

/** More, for those who want it, behind its own name. */
export const Details = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <LibraryDetails>
    <LibraryDetails.Summary>{summary}</LibraryDetails.Summary>
    <LibraryDetails.Text>{children}</LibraryDetails.Text>
  </LibraryDetails>
);

type TagColour = Exclude<ComponentProps<typeof LibraryTag>['modifier'], undefined>;

/** A short state in a coloured box. The words carry the meaning, the colour only repeats it. */
export const Tag = ({ children, colour }: { children: ReactNode; colour?: TagColour }) => (
  <LibraryTag {...(colour === undefined ? {} : { modifier: colour })}>{children}</LibraryTag>
);

/** Marks a reading of the rules that is ours and not the regulator's words. */
export const Assumed = () => <Tag colour="yellow">Assumed</Tag>;

/** News about what just happened, or about the service. It is announced. */
export const Notice = ({
  heading = 'Important',
  look = 'plain',
  children,
}: {
  heading?: string;
  look?: 'plain' | 'success';
  children: ReactNode;
}) => (
  <div
    className={`nhsuk-notification-banner${look === 'success' ? ' nhsuk-notification-banner--success' : ''}`}
    role={look === 'success' ? 'alert' : 'region'}
    aria-labelledby="notice-title"
  >
    <div className="nhsuk-notification-banner__header">
      <h2 className="nhsuk-notification-banner__title" id="notice-title">
        {heading}
      </h2>
    </div>
    <div className="nhsuk-notification-banner__content">{children}</div>
  </div>
);
