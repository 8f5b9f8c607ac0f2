import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const lists = [
  { name: 'Accounts', href: paths.accounts },
  { name: 'Audit', href: paths.audit },
  { name: 'Programs', href: paths.partnerClients },
  { name: 'National files', href: paths.nationalFiles },
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
    <Tabs label="Administration" tabs={lists} here={here} />
    <p className="nhsuk-u-reading-width">{intro}</p>
    {children}
  </Page>
);
