import type { ReactNode } from 'react';
import { Link } from './Link.tsx';

/** One fact and, where it can be changed, the way to change it. */
export interface SummaryRow {
  key: string;
  value: ReactNode;
  action?: { href: string; text: string; hidden?: string } | undefined;
}

/** Facts under their names, with links to change them. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl className="nhsuk-summary-list">
    {rows.map(({ key, value, action }) => (
      <div
        key={key}
        className={`nhsuk-summary-list__row${action === undefined ? ' nhsuk-summary-list__row--no-actions' : ''}`}
      >
        <dt className="nhsuk-summary-list__key">{key}</dt>
        <dd className="nhsuk-summary-list__value">{value}</dd>
        {action === undefined ? null : (
          <dd className="nhsuk-summary-list__actions">
            <Link href={action.href}>
              {action.text} <span className="nhsuk-u-visually-hidden">{action.hidden ?? key.toLowerCase()}</span>
            </Link>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
