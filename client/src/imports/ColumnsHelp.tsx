import { Details } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import type { Column } from './requests.ts';

/** What may stand in which column. */
export const ColumnsHelp = ({ columns }: { columns: readonly Column[] }) => (
  <Details summary="What stands in which column">
    <DataTable
      caption="Columns, in any order"
      columns={[
        { heading: 'Column', cell: ({ heading }) => heading },
        { heading: 'Needed', cell: ({ isNeeded }) => (isNeeded ? 'Yes' : 'No') },
        {
          heading: 'What to write',
          cell: ({ hint, example }) => (
            <>
              {hint}
              {example === '' ? null : <Secondary>Example: {example}</Secondary>}
            </>
          ),
        },
      ]}
      rows={columns}
      rowKey={({ key }) => key}
    />
  </Details>
);
