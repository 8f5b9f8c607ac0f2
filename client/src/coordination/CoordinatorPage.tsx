import type { ComponentProps } from 'react';
import { paths } from '../paths.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const rooms = [
  { name: 'This week', href: paths.monday },
  { name: 'Returners', href: paths.returners },
  { name: 'Moves', href: paths.regionMoves },
  { name: 'Placements', href: paths.placements },
  { name: 'Applications', href: paths.applications },
  { name: 'Assessments', href: paths.assessments },
  { name: 'Matching', href: paths.matching },
  { name: 'What if?', href: paths.whatIf },
  { name: 'Capacity', href: paths.capacity },
  { name: 'Sites and supervisors', href: paths.hosts },
  { name: 'Map', href: paths.placementMap },
  { name: 'Import', href: paths.imports },
  { name: 'Files', href: paths.exports },
  { name: 'Duplicates', href: paths.duplicates },
] as const;

type CoordinatorPageProps = ComponentProps<typeof Page> & { here: (typeof rooms)[number]['href'] };

/** A page of a coordinator, with the way to the others. */
export const CoordinatorPage = ({ here, children, ...page }: CoordinatorPageProps) => (
  <Page width="wide" {...page}>
    <Tabs label="Rooms of a coordinator" tabs={rooms} here={here} />
    {children}
  </Page>
);
