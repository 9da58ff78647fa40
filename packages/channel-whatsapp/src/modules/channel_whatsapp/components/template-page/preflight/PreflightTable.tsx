import { useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import { Badge } from '@open-mercato/ui/primitives/badge'
import { languageName } from '../../../lib/templates/language-name.ts'
import { notificationName } from '../words/notificationName.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { PreflightCellButton } from './PreflightCellButton.tsx'
import type { PreflightGroup } from './preflight.ts'

type PreflightTableProps = { group: PreflightGroup; languages: string[]; mayManage: boolean }
type Row = PreflightGroup['rows'][number]
type Cell = { row: { original: Row & { id: string } } }

/** Notifications by languages, for the numbers of an account. */
export function PreflightTable({ group, languages, mayManage }: PreflightTableProps) {
  const t = useT()
  const say = useSay()
  const { locale } = useFormats()
  const { accountName, connectionId, numbers, rows } = group
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="font-semibold [overflow-wrap:anywhere]">
        <bdi>{accountName}</bdi>{' '}
        <span className="text-sm font-normal tabular-nums text-muted-foreground">
          {numbers.map(({ channelId, phone }) => (
            <bdi key={channelId} className="me-2 inline-block">
              {phone}
            </bdi>
          ))}
        </span>
      </h2>
      <DataTable<Row & { id: string }>
        data={rows.map((row) => ({ ...row, id: row.notification.name }))}
        columns={[
          {
            id: 'notification',
            header: say('column.notification'),
            cell: ({ row: { original } }: Cell) => (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium md:min-w-40">
                {notificationName(t, original.notification.name)}
                {original.notification.isInUse ? null : (
                  <Badge variant="muted" size="sm">
                    {say('preflight.notInUse')}
                  </Badge>
                )}
              </span>
            ),
          },
          ...languages.map((language) => ({
            id: language,
            header: languageName(language, locale),
            cell: ({ row: { original } }: Cell) => {
              const cell = original.cells.find((one) => one.language === language)
              return cell ? (
                <PreflightCellButton cell={cell} connectionId={connectionId} mayManage={mayManage} />
              ) : (
                <span className="text-muted-foreground">—</span>
              )
            },
          })),
        ]}
      />
    </section>
  )
}
