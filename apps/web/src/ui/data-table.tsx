import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import styles from './data-table.module.css';

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  number?: boolean;
  /** Names the row; exactly one column. */
  names?: boolean;
  width?: string;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/** Rows and columns on a wide screen; on a phone each row becomes a list of its own, every value with its name. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className={styles.table}>
      <caption className="hushed">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, number, width }) => (
            <th
              key={key}
              scope="col"
              className={classes(number && styles.number)}
              style={width ? { width } : undefined}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { head, cell, number, names } = column;
  if (names)
    return (
      <th scope="row" className={styles.name}>
        {cell(row)}
      </th>
    );
  return (
    <td className={classes(number && styles.number)}>
      <span className={styles.head} aria-hidden="true">
        {head}
      </span>
      {cell(row)}
    </td>
  );
}
