import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const lists = [
  { name: 'Regions', href: paths.regions },
  { name: 'Boards', href: paths.boards },
  { name: 'Trusts', href: paths.trusts },
  { name: 'Sites', href: paths.sites },
] as const;

interface OrganisationsPageProps {
  title: string;
  here: (typeof lists)[number]['href'];
  intro: ReactNode;
  children: ReactNode;
}

/** A page of the lists of NHS organisations, with the way to the others. */
export const OrganisationsPage = ({ title, here, intro, children }: OrganisationsPageProps) => (
  <Page title={title} caption="NHS organisations in England" width="wide">
    <Tabs label="Lists of organisations" tabs={lists} here={here} />
    <p className="nhsuk-u-reading-width">{intro}</p>
    {children}
    <p className="rtp-source nhsuk-u-reading-width">
      <Link href={paths.sources}>Where these lists come from</Link>
    </p>
  </Page>
);
