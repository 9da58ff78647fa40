'use client'
import { useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { EmptyState } from '@open-mercato/ui/backend/EmptyState'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { readApiResultOrThrow } from '@open-mercato/ui/backend/utils/apiCall'
import { useCurrentUserId } from '@open-mercato/ui/backend/utils/useCurrentUserId'
import { Button } from '@open-mercato/ui/primitives/button'
import { formatDate } from '@open-mercato/ui/utils/format'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'

type Action = {
  id: string
  actorUserId: string | null
  actorName: string | null
  commandId: string
  actionLabel: string | null
  resourceKind: string | null
  resourceId: string | null
  createdAt: string
}

type ActionPage = { items: Action[]; nextCursor: string | null }

export default function AuditLogPage() {
  const t = useT()
  const log = useInfiniteQuery({
    queryKey: ['audit_logs', 'actions'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      readApiResultOrThrow<ActionPage>(
        `/api/audit_logs/actions${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const actions = log.data?.pages.flatMap((page) => page.items) ?? []

  return (
    <Page>
      <PageHeader
        title={t('audit_logs.page.title', 'Audit log')}
        description={t('audit_logs.page.description', 'Who changed what, newest first.')}
      />
      <PageBody>
        <DataTable
          columns={[
            {
              accessorKey: 'createdAt',
              header: t('audit_logs.column.when', 'When'),
              cell: ({ row }) => (
                <time dateTime={row.original.createdAt} className="whitespace-nowrap tabular-nums">
                  {formatDate(row.original.createdAt)}
                </time>
              ),
            },
            {
              accessorKey: 'commandId',
              header: t('audit_logs.column.what', 'What'),
              cell: ({ row }) => (
                <div className="grid">
                  <span className="font-medium">{row.original.actionLabel ?? row.original.commandId}</span>
                  <code className="hidden font-mono text-xs text-muted-foreground md:block">
                    {row.original.commandId}
                  </code>
                </div>
              ),
            },
            {
              accessorKey: 'actorUserId',
              header: t('audit_logs.column.who', 'Who'),
              cell: ({ row }) => <Actor action={row.original} />,
            },
            {
              accessorKey: 'resourceId',
              header: t('audit_logs.column.resource', 'On'),
              cell: ({ row }) => <Resource action={row.original} />,
            },
          ]}
          data={actions}
          isLoading={log.isPending}
          error={
            log.isError ? (
              <ErrorMessage
                label={t('audit_logs.error', 'The audit log could not be read')}
                action={
                  <Button variant="outline" onClick={() => log.refetch()}>
                    {t('ui.retry', 'Try again')}
                  </Button>
                }
              />
            ) : null
          }
          emptyState={
            <EmptyState
              icon={<ScrollText />}
              title={t('audit_logs.empty.title', 'Nothing has been changed yet')}
              description={t(
                'audit_logs.empty.description',
                'Every change to settings and conversations will be listed here.',
              )}
            />
          }
        />
        {log.hasNextPage ? (
          <Button
            variant="outline"
            className="justify-self-center"
            onClick={() => log.fetchNextPage()}
            disabled={log.isFetchingNextPage}
          >
            {t('audit_logs.more', 'Show older entries')}
          </Button>
        ) : null}
      </PageBody>
    </Page>
  )
}

function Actor({ action }: { action: Action }) {
  const t = useT()
  const ownId = useCurrentUserId()
  if (action.actorUserId === ownId) return <>{t('audit_logs.actor.you', 'You')}</>
  if (!action.actorUserId) {
    return <span className="text-muted-foreground">{t('audit_logs.actor.system', 'The system')}</span>
  }
  return action.actorName ? <bdi>{action.actorName}</bdi> : <ShortId id={action.actorUserId} />
}

function Resource({ action }: { action: Action }) {
  if (!action.resourceKind) return null
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span title={action.resourceKind}>{action.resourceKind.split('.').at(-1)}</span>
      {action.resourceId ? <ShortId id={action.resourceId} /> : null}
    </span>
  )
}

/** Time-ordered ids share their beginning; what tells two apart is at the end. */
function ShortId({ id }: { id: string }) {
  return (
    <code title={id} className="whitespace-nowrap font-mono text-xs text-muted-foreground">
      {id.length > 20 ? `…${id.slice(-8)}` : id}
    </code>
  )
}
