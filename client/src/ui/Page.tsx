import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import { Link } from './Link.tsx';

const productName = 'Return to Practice';

const ArrivalContext = createContext(false);

/** Says whether the person came here from another page of the service: then the new heading takes the focus. */
export const ArrivalProvider = ArrivalContext.Provider;

interface PageHeadingProps {
  /** The level-one heading, and the page's title in the browser. */
  title: string;
  /** A shorter or fuller title for the browser's tab, where the heading alone would not say enough. */
  browserTitle?: string | undefined;
  /** A line above the heading that says what the page belongs to. */
  caption?: ReactNode;
  /** True while the page shows an error summary; the summary then takes the focus. */
  hasErrors?: boolean;
  /** True where this takes the place of a form at the same address: whatever had the focus is gone. */
  takesFocus?: boolean;
  /** Smaller headings suit lists and long questions. */
  size?: 'l' | 'xl';
}

/** The one level-one heading of a page. It sets the browser's title and takes focus after a navigation. */
export function PageHeading({
  title,
  browserTitle,
  caption,
  hasErrors = false,
  takesFocus = false,
  size = 'l',
}: PageHeadingProps) {
  usePageTitle(browserTitle ?? title, hasErrors);
  const heading = useFocusOnArrival(title, takesFocus);
  return (
    <h1 className={`nhsuk-heading-${size}`} tabIndex={-1} ref={heading}>
      {caption === undefined ? null : <span className={`nhsuk-caption-${size}`}>{caption}</span>}
      {title}
    </h1>
  );
}

/** Sets the browser's title, with "Error" first where the page shows one. */
export function usePageTitle(title: string, hasErrors = false): void {
  useEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${title} – ${productName}`;
  }, [title, hasErrors]);
}

/**
 * Moves the focus to the element when the person arrives from another page, and again when `subject` changes.
 * `always` moves it on the first page of a visit, too.
 */
export function useFocusOnArrival(subject: string, always = false) {
  const element = useRef<HTMLHeadingElement>(null);
  const arrived = useContext(ArrivalContext);
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    const first = seen.current === undefined;
    if (seen.current === subject) return;
    seen.current = subject;
    if (arrived || always || !first) element.current?.focus({ preventScroll: true });
  }, [subject, arrived, always]);
  return element;
}

interface PageProps extends PageHeadingProps {
  children?: ReactNode;
  /** Where "Back" leads; without it there is no back link. */
  backHref?: string | undefined;
  /** Takes the place of the back link where going back needs more than an address. */
  back?: ReactNode;
  /** `narrow` keeps lines short for reading; `wide` uses the whole width, for tables. */
  width?: 'narrow' | 'wide';
  /** Shown between the back link and the heading: an error summary or a message. */
  beforeHeading?: ReactNode;
}

/** The body of a page: back link, heading, content, in the width that suits it. */
export function Page({ children, backHref, back, width = 'narrow', beforeHeading, ...heading }: PageProps) {
  return (
    <div className="nhsuk-width-container">
      {back ?? (backHref === undefined ? null : <BackLink href={backHref} />)}
      <main className="nhsuk-main-wrapper" id="main">
        <div className="nhsuk-grid-row">
          <div className={width === 'wide' ? 'nhsuk-grid-column-full' : 'nhsuk-grid-column-two-thirds'}>
            {beforeHeading}
            <PageHeading {...heading} />
            {children}
          </div>
        </div>
      </main>
    </div>
  );
}

/** The link above a page's heading that leads one step back. */
export const BackLink = ({ href, children = 'Back' }: { href: string; children?: ReactNode }) => (
  <nav aria-label="Back">
    <Link href={href} className="nhsuk-back-link">
      {children}
    </Link>
  </nav>
);
