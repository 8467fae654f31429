import type { Child } from 'hono/jsx'

/** A column: its heading and what stands in it for a row. */
export type Column<Row> = {
  label: string
  cell: (row: Row) => Child
  /** Figures, aligned at their last digit. */
  numeric?: boolean | undefined
}

/**
 * Rows and columns with a caption; the first column names the row. On a phone each row becomes lines of label
 * and value; the roles keep it a table for a screen reader then.
 */
export const DataTable = <Row,>({
  caption,
  captionHidden,
  columns,
  rows,
  total,
}: {
  caption: Child
  captionHidden?: boolean | undefined
  columns: Column<Row>[]
  rows: Row[]
  /** A last row of sums, one cell for each column. */
  total?: Child[] | undefined
}) => (
  <table class="kern-table kern-table--stacked" {...is.table}>
    <caption class={captionHidden ? 'kern-sr-only' : undefined}>{caption}</caption>
    <thead {...is.rowgroup}>
      <tr {...is.row}>
        {columns.map(({ label, numeric }) => (
          <th scope="col" {...is.columnheader} class={cellClass(numeric)}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody {...is.rowgroup}>
      {rows.map(row => (
        <TableRow columns={columns} cells={columns.map(({ cell }) => cell(row))} />
      ))}
    </tbody>
    {total && (
      <tfoot {...is.rowgroup}>
        <TableRow columns={columns} cells={total} />
      </tfoot>
    )}
  </table>
)

const TableRow = <Row,>({ columns, cells }: { columns: Column<Row>[]; cells: Child[] }) => (
  <tr {...is.row}>
    {cells.map((cell, index) =>
      index === 0 ? (
        <th scope="row" {...is.rowheader}>
          {cell}
        </th>
      ) : (
        <td {...is.cell} data-label={columns[index]?.label} class={cellClass(columns[index]?.numeric)}>
          <span>{cell}</span>
        </td>
      ),
    )}
  </tr>
)

/** Lines laid out as blocks are no table to a screen reader any more, unless the roles are said again. */
const is = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

const cellClass = (numeric: boolean | undefined) => (numeric ? 'kern-table__cell--numeric' : undefined)
