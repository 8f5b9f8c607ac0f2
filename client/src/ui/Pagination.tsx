import { Link } from './Link.tsx';

interface PaginationProps {
  /** What is paged, for the name of the landmark: "trusts". */
  of: string;
  previous?: string | undefined;
  next?: string | undefined;
}

/** Links to the page before and the page after. Nothing is shown where there is only one page. */
export const Pagination = ({ of, previous, next }: PaginationProps) =>
  previous === undefined && next === undefined ? null : (
    <nav className="nhsuk-pagination" aria-label={`Pages of ${of}`}>
      <ul className="nhsuk-list nhsuk-pagination__list">
        {previous === undefined ? null : (
          <li className="nhsuk-pagination-item--previous">
            <Link href={previous} className="nhsuk-pagination__link nhsuk-pagination__link--prev" rel="prev">
              <span className="nhsuk-pagination__title">
                Previous <span className="nhsuk-u-visually-hidden">page of {of}</span>
              </span>
              <Arrow direction="left" />
            </Link>
          </li>
        )}
        {next === undefined ? null : (
          <li className="nhsuk-pagination-item--next">
            <Link href={next} className="nhsuk-pagination__link nhsuk-pagination__link--next" rel="next">
              <span className="nhsuk-pagination__title">
                Next <span className="nhsuk-u-visually-hidden">page of {of}</span>
              </span>
              <Arrow direction="right" />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );

const Arrow = ({ direction }: { direction: 'left' | 'right' }) => (
  <svg
    className={`nhsuk-icon nhsuk-icon--arrow-${direction}`}
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    width="16"
    height="16"
    focusable="false"
    aria-hidden="true"
  >
    <path
      d={
        direction === 'left'
          ? 'M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z'
          : 'm14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z'
      }
    />
  </svg>
);
