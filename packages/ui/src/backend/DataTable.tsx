import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { cn } from '../primitives/cn.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Pagination } from '../primitives/pagination.tsx'
import { Skeleton } from '../primitives/skeleton.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../primitives/table.tsx'

/** The part of a TanStack Table column that every host understands. */
type DataTableColumn<T> = {
  id?: string
  accessorKey?: keyof T & string
  header: ReactNode | (() => ReactNode)
  cell?: (context: { row: { original: T }; getValue: () => unknown }) => ReactNode
  size?: number
  meta?: { className?: string }
}

export type PaginationProps = {
  page: number
  pageSize: number
  total: number
  totalPages: number
  onPageChange: (page: number) => void
}

export type DataTableProps<T> = {
  columns: DataTableColumn<T>[]
  data: T[]
  title?: ReactNode
  actions?: ReactNode
  toolbar?: ReactNode
  pagination?: PaginationProps
  isLoading?: boolean
  error?: ReactNode
  emptyState?: ReactNode
  rowActions?: (row: T) => ReactNode
  onRowClick?: (row: T) => void
}

/**
 * On a phone a row becomes a block of lines, each beginning with what the column's head says; nobody should have to
 * scroll a table sideways to read one entry.
 */
const stackedOnPhones =
  'max-md:block max-md:[&_tbody]:block max-md:[&_td]:flex max-md:[&_td]:gap-3 max-md:[&_td]:p-0 max-md:[&_thead]:sr-only max-md:[&_tr]:grid max-md:[&_tr]:gap-1.5 max-md:[&_tr]:p-4'

const skeletonRows = ['first', 'second', 'third', 'fourth', 'fifth']

export function DataTable<T extends { id?: string }>(props: DataTableProps<T>) {
  const { columns, data, title, actions, toolbar, pagination, isLoading, error, emptyState, rowActions } =
    props
  const t = useT()
  if (error) return <>{error}</>
  const isEmpty = !isLoading && data.length === 0
  return (
    <section className="grid grid-cols-1 gap-3">
      {title || actions || toolbar ? (
        <div className="flex flex-wrap items-center gap-3">
          {title ? <h2 className="text-base font-semibold">{title}</h2> : null}
          {toolbar}
          {actions ? <div className="ml-auto flex gap-2">{actions}</div> : null}
        </div>
      ) : null}
      {isEmpty ? (
        (emptyState ?? <EmptyState title={t('ui.table.empty', 'Nothing here yet')} />)
      ) : (
        <div
          className="overflow-hidden rounded-lg border bg-card shadow-card"
          aria-busy={isLoading || undefined}
        >
          <Table className={stackedOnPhones}>
            <TableHeader>
              <TableRow>
                {columns.map((column) => (
                  <TableHead key={keyOf(column)} style={{ width: column.size }}>
                    {typeof column.header === 'function' ? column.header() : column.header}
                  </TableHead>
                ))}
                {rowActions ? (
                  <TableHead>
                    <span className="sr-only">{t('ui.table.actions', 'Actions')}</span>
                  </TableHead>
                ) : null}
              </TableRow>
            </TableHeader>
            <TableBody>
              {isLoading
                ? skeletonRows.map((row) => (
                    <TableRow key={row}>
                      {columns.map((column) => (
                        <TableCell key={keyOf(column)}>
                          <Skeleton shape="text" />
                        </TableCell>
                      ))}
                    </TableRow>
                  ))
                : data.map((row, position) => <DataRow key={row.id ?? position} row={row} table={props} />)}
            </TableBody>
          </Table>
          {pagination && pagination.totalPages > 1 ? (
            <div className="border-t">
              <Pagination {...pagination} />
            </div>
          ) : null}
        </div>
      )}
    </section>
  )
}

function DataRow<T>({ row, table }: { row: T; table: DataTableProps<T> }) {
  const { columns, onRowClick, rowActions } = table
  const open = onRowClick
    ? {
        tabIndex: 0,
        onClick: (event: MouseEvent) => {
          if (!(event.target as Element).closest('a,button,input,label')) onRowClick(row)
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key === 'Enter' && event.target === event.currentTarget) onRowClick(row)
        },
      }
    : {}
  return (
    <TableRow className={cn(onRowClick && 'cursor-pointer hover:bg-accent/60')} {...open}>
      {columns.map((column) => {
        const getValue = () => (column.accessorKey ? row[column.accessorKey] : undefined)
        const head = typeof column.header === 'function' ? column.header() : column.header
        return (
          <TableCell key={keyOf(column)} className={column.meta?.className}>
            <span aria-hidden="true" className="w-24 shrink-0 text-muted-foreground md:hidden">
              {head}
            </span>
            <div className="min-w-0 flex-1 md:contents">
              {column.cell ? column.cell({ row: { original: row }, getValue }) : String(getValue() ?? '')}
            </div>
          </TableCell>
        )
      })}
      {rowActions ? <TableCell className="text-right">{rowActions(row)}</TableCell> : null}
    </TableRow>
  )
}

function keyOf<T>(column: DataTableColumn<T>): string {
  return column.id ?? column.accessorKey ?? String(column.header)
}
