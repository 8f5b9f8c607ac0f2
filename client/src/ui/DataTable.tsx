import type { ReactNode } from 'react';

/** A column: its heading and what stands in it for one row. */
export interface Column<Row> {
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Figures are set to the right, in digits of one width. */
  numeric?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  /** Keeps the caption for screen readers alone, where a heading already says it. */
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/**
 * A table. On a phone each row becomes a small list of "heading: value". The first column names the row. The roles are
 * written out because browsers drop them when a table is laid out as blocks.
 */
export const DataTable = <Row,>({ caption, hideCaption = false, columns, rows, rowKey }: DataTableProps<Row>) => (
  <table role="table" className="nhsuk-table-responsive">
    <caption className={hideCaption ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption nhsuk-table__caption--s'}>
      {caption}
    </caption>
    <thead role="rowgroup" className="nhsuk-table__head">
      <tr role="row">
        {columns.map(({ heading, numeric }) => (
          <th
            key={heading}
            role="columnheader"
            scope="col"
            className={`nhsuk-table__header${numeric === true ? ' nhsuk-table__header--numeric' : ''}`}
          >
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup" className="nhsuk-table__body">
      {rows.map((row) => (
        <tr role="row" className="nhsuk-table__row" key={rowKey(row)}>
          {columns.map((column, index) => (
            <Cell key={column.heading} column={column} row={row} first={index === 0} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

function Cell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  const content = (
    <>
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {column.heading}{' '}
      </span>
      <span>{column.cell(row)}</span>
    </>
  );
  return first ? (
    <th role="rowheader" scope="row" className="nhsuk-table__header">
      {content}
    </th>
  ) : (
    <td role="cell" className={`nhsuk-table__cell${column.numeric === true ? ' nhsuk-table__cell--numeric' : ''}`}>
      {content}
    </td>
  );
}

/** The second line of a cell: what matters less than the first. */
export const Secondary = ({ children }: { children: ReactNode }) => <span className="rtp-secondary">{children}</span>;
