import { useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import { ErrorMessage, TabEmptyState } from '@open-mercato/ui/backend/detail'
import { readApiResultOrThrow } from '@open-mercato/ui/backend/utils/apiCall'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { StatusBadge, type StatusMap } from '@open-mercato/ui/primitives/status-badge'
import { formatDate } from '@open-mercato/ui/utils/format'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

type Level = 'info' | 'warn' | 'error'
type LogEntry = { id: string; level: Level; message: string; code: string | null; createdAt: string }
type LogPage = { items: LogEntry[]; total: number; page: number; pageSize: number; totalPages: number }

const variants: StatusMap<Level> = { info: 'info', warn: 'warning', error: 'error' }
const levels = Object.keys(variants) as Level[]
const everyLevel = 'all'

export function LogsTab({ integrationId }: { integrationId: string }) {
  const t = useT()
  const [level, setLevel] = useState(everyLevel)
  const [page, setPage] = useState(1)
  const logs = useQuery({
    queryKey: ['integrations', integrationId, 'logs', level, page],
    queryFn: () => {
      const query = new URLSearchParams({ integrationId, page: String(page), pageSize: '25' })
      if (level !== everyLevel) query.set('level', level)
      return readApiResultOrThrow<LogPage>(`/api/integrations/logs?${query}`)
    },
    placeholderData: keepPreviousData,
  })
  const levelName = (one: Level) => t(`integrations.logs.level.${one}`, one)

  return (
    <DataTable
      toolbar={
        <Select
          value={level}
          onValueChange={(value) => {
            setLevel(value)
            setPage(1)
          }}
        >
          <SelectTrigger className="w-48" aria-label={t('integrations.logs.level', 'Level')}>
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={everyLevel}>{t('integrations.logs.all_levels', 'All levels')}</SelectItem>
            {levels.map((one) => (
              <SelectItem key={one} value={one}>
                {levelName(one)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      }
      columns={[
        {
          accessorKey: 'createdAt',
          header: t('integrations.logs.when', 'When'),
          size: 190,
          cell: ({ row }) => (
            <time dateTime={row.original.createdAt} className="whitespace-nowrap tabular-nums">
              {formatDate(row.original.createdAt)}
            </time>
          ),
        },
        {
          accessorKey: 'level',
          header: t('integrations.logs.level', 'Level'),
          size: 110,
          cell: ({ row }) => (
            <StatusBadge variant={variants[row.original.level] ?? 'neutral'}>
              {levelName(row.original.level)}
            </StatusBadge>
          ),
        },
        {
          accessorKey: 'message',
          header: t('integrations.logs.message', 'Message'),
          cell: ({ row }) => (
            <span className="break-words">
              {row.original.message}
              {row.original.code ? (
                <code className="ml-2 font-mono text-xs text-muted-foreground">{row.original.code}</code>
              ) : null}
            </span>
          ),
        },
      ]}
      data={logs.data?.items ?? []}
      isLoading={logs.isPending}
      error={
        logs.isError ? (
          <ErrorMessage label={t('integrations.logs.error', 'The log could not be read')} />
        ) : null
      }
      emptyState={
        <TabEmptyState
          title={t('integrations.logs.empty', 'Nothing has been logged')}
          description={t(
            'integrations.logs.empty_text',
            'Failed checks, rejected requests and changes to the connection appear here.',
          )}
        />
      }
      pagination={logs.data ? { ...logs.data, onPageChange: setPage } : undefined}
    />
  )
}
