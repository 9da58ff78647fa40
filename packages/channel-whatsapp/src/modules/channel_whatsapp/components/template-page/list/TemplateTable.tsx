import { useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import type { ReactNode } from 'react'
import { languageName } from '../../../lib/templates/language-name.ts'
import type { TemplateRow } from '../data/template.ts'
import { categoryName } from '../words/categoryName.ts'
import { QualityMark } from '../words/QualityMark.tsx'
import { TemplateStatusBadge } from '../words/TemplateStatusBadge.tsx'
import { useFormats, useSay } from '../words/useSay.ts'
import { addressOf } from './addressOf.ts'
import { TemplateName } from './TemplateName.tsx'

type TemplateTableProps = {
  rows: TemplateRow[]
  withAccounts: boolean
  mayManage: boolean
  onOpen: (change: Record<string, string | null>) => void
  isLoading: boolean
  error: ReactNode
  emptyState: ReactNode
}

type Cell = { row: { original: TemplateRow } }

export function TemplateTable({ rows, withAccounts, mayManage, onOpen, ...table }: TemplateTableProps) {
  const t = useT()
  const say = useSay()
  const { locale } = useFormats()
  return (
    <DataTable<TemplateRow>
      {...table}
      data={rows}
      onRowClick={(row) => {
        const address = addressOf(row, mayManage)
        if (address) onOpen(address)
      }}
      columns={[
        {
          id: 'name',
          header: say('column.name'),
          cell: ({ row: { original } }: Cell) => <TemplateName row={original} mayManage={mayManage} />,
        },
        {
          id: 'language',
          header: say('column.language'),
          cell: ({ row: { original } }: Cell) => languageName(original.language, locale),
        },
        {
          id: 'category',
          header: say('column.category'),
          cell: ({ row: { original } }: Cell) => categoryName(t, original.category),
        },
        {
          id: 'status',
          header: say('column.status'),
          cell: ({ row: { original } }: Cell) => <TemplateStatusBadge status={original.status} />,
        },
        {
          id: 'quality',
          header: say('column.quality'),
          cell: ({ row: { original } }: Cell) =>
            original.status === 'DRAFT' ? (
              <span className="text-muted-foreground">—</span>
            ) : (
              <QualityMark score={original.quality} />
            ),
        },
        ...(withAccounts
          ? [
              {
                id: 'account',
                header: say('column.account'),
                cell: ({ row: { original } }: Cell) => (
                  <bdi className="[overflow-wrap:anywhere]">{original.accountName}</bdi>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
