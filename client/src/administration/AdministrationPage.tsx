import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

const lists = [
  { name: 'Accounts', href: paths.accounts },
  { name: 'Audit', href: paths.audit },
  { name: 'Programs', href: paths.partnerClients },
] as const;

interface AdministrationPageProps {
  title: string;
  here: (typeof lists)[number]['href'];
  intro: ReactNode;
  beforeHeading?: ReactNode;
  children: ReactNode;
}

/** A page for administrators, with the way to the others. */
export const AdministrationPage = ({ title, here, intro, beforeHeading, children }: AdministrationPageProps) => (
  <Page title={title} caption="Administration" width="wide" beforeHeading={beforeHeading}>
    <nav className="rtp-tabs" aria-label="Administration">
      <ul>
        {lists.map(({ name, href }) => (
          <li key={href}>
            <Link href={href} {...(href === here ? { 'aria-current': 'page' } : {})}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
    <p className="nhsuk-u-reading-width">{intro}</p>
    {children}
  </Page>
);
