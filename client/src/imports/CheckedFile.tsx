import { DataTable, Secondary } from '../ui/DataTable.tsx';
import type { Fault, Report } from './requests.ts';

/** So many of a thing, in words. */
export const rowsInWords = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);

/** Rows shown at first: a long list is quicker to mend in the file itself. */
const shownAtFirst = 100;

/** What a dry run found: how many rows of what, and each reason why a row cannot be taken. */
export const CheckedFile = ({ report }: { report: Report }) => {
  const { CREATE, CHANGE, UNCHANGED, REFUSED } = report.counts;
  const shown = report.faults.slice(0, shownAtFirst);
  return (
    <>
      <ul>
        <li>{rowsInWords(CREATE)} new</li>
        <li>{rowsInWords(CHANGE)} changed</li>
        <li>{rowsInWords(UNCHANGED)} as before</li>
        <li>{rowsInWords(REFUSED)} to mend</li>
      </ul>
      {shown.length === 0 ? null : (
        <DataTable
          caption={
            shown.length < report.faults.length
              ? `The first ${shown.length} of ${report.faults.length.toLocaleString('en-GB')} reasons. The file back has them all.`
              : 'What to mend'
          }
          columns={[
            { heading: 'Row', cell: ({ row }: Fault) => `Row ${row}` },
            {
              heading: 'Column',
              cell: ({ column, cell }: Fault) =>
                column === null ? 'The whole row' : `${column}${cell === null ? '' : ` (${cell})`}`,
            },
            {
              heading: 'Why, and what to do',
              cell: ({ message, help }: Fault) => (
                <>
                  {message}
                  <Secondary>{help}</Secondary>
                </>
              ),
            },
          ]}
          rows={shown}
          rowKey={({ row, column, message }) => `${row} ${column ?? ''} ${message}`}
        />
      )}
    </>
  );
};
