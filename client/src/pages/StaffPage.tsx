import type { ComponentProps } from 'react';
import { useViewer } from '../access/viewer.ts';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { paths } from '../paths.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const rooms = [
  { name: 'What waits', href: paths.siteHome },
  { name: 'Placements', href: paths.placements },
  { name: 'Places we offer', href: paths.capacity },
  { name: 'Files', href: paths.exports },
  { name: 'Import', href: paths.imports, onlyFor: 'ORGANISATION_ADMINISTRATOR' },
  { name: 'Programs', href: paths.partnerClients, onlyFor: 'ORGANISATION_ADMINISTRATOR' },
] as const;

type SitePageProps = ComponentProps<typeof Page> & { here: (typeof rooms)[number]['href'] };

/** A page of those who work for an organisation, with the way to their others. */
export function SitePage({ here, children, ...page }: SitePageProps) {
  const viewer = useViewer();
  return (
    <Page width="wide" {...page}>
      <Tabs
        label="Rooms of an organisation"
        tabs={rooms.filter((room) => !('onlyFor' in room) || room.onlyFor === viewer?.role)}
        here={here}
      />
      {children}
    </Page>
  );
}

/** Whether a hat is that of somebody who works for an organisation. */
export const worksForHost = (role: string | null | undefined): boolean =>
  role === 'ORGANISATION_MEMBER' || role === 'ORGANISATION_ADMINISTRATOR';

type StaffPageProps = ComponentProps<typeof Page> & {
  here: typeof paths.placements | typeof paths.capacity | typeof paths.imports | typeof paths.exports;
};

/** A page that coordinators and those who work for an organisation share, each among their own rooms. */
export function StaffPage(props: StaffPageProps) {
  const viewer = useViewer();
  return worksForHost(viewer?.role) ? <SitePage {...props} /> : <CoordinatorPage {...props} />;
}
