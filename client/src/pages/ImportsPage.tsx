import { useViewer } from '../access/viewer.ts';
import { kinds, kindsFor } from '../imports/kinds.ts';
import { importPath, paths } from '../paths.ts';
import { Cards, LinkCard } from '../ui/Card.tsx';
import { StaffPage } from './StaffPage.tsx';

/** What can be imported from a spreadsheet. */
export function ImportsPage() {
  const viewer = useViewer();
  return (
    <StaffPage title="Import from a spreadsheet" here={paths.imports}>
      <p>
        Every row is looked at before anything is saved. All rows are taken, or none. A file that you send again makes
        nothing twice.
      </p>
      <Cards>
        {kindsFor(viewer?.role).map((kind) => (
          <li key={kind}>
            <LinkCard href={importPath(kind)} heading={kinds[kind].title}>
              <p>{kinds[kind].what}</p>
            </LinkCard>
          </li>
        ))}
      </Cards>
    </StaffPage>
  );
}
