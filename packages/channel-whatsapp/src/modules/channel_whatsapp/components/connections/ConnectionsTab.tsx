import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { AccessDeniedMessage, ErrorMessage, TabEmptyState } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ProviderRequestFailed } from '../request.ts'
import { ConnectionCard } from './ConnectionCard.tsx'
import { ConnectionDialog } from './ConnectionDialog.tsx'
import type { Connection } from './connection.ts'
import { useConnections } from './useConnections.ts'

/** Which WhatsApp Business accounts the shop is connected to, and the numbers it answers from. */
export function ConnectionsTab() {
  const t = useT()
  const connections = useConnections()
  const granted = useBackendChrome().payload?.grantedFeatures
  const canManage = hasFeature(granted, 'channel_whatsapp.manage')
  const mayChoose = hasFeature(granted, 'communication_channels.manage')
  const [edited, setEdited] = useState<Connection | 'new' | null>(null)

  if (connections.isPending) {
    return (
      <div role="status" className="grid gap-4">
        <span className="sr-only">{t('channel_whatsapp.connections.loading')}</span>
        <Skeleton className="h-64" />
      </div>
    )
  }
  if (connections.isError) {
    const isDenied = connections.error instanceof ProviderRequestFailed && connections.error.status === 403
    if (isDenied) return <AccessDeniedMessage label={t('channel_whatsapp.connections.denied')} />
    return (
      <ErrorMessage
        label={t('channel_whatsapp.connections.failed')}
        action={
          <Button variant="outline" onClick={() => void connections.refetch()}>
            {t('channel_whatsapp.retry')}
          </Button>
        }
      />
    )
  }
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-2xl text-sm text-muted-foreground">
          {t('channel_whatsapp.connections.about')}
          {mayChoose && hasSeveralNumbers(connections.data) ? (
            <>
              {' '}
              {t('channel_whatsapp.connections.defaultNumber')}{' '}
              <a className="text-primary underline" href="/backend/communication_channels/settings">
                {t('channel_whatsapp.connections.channelSettings')}
              </a>
            </>
          ) : null}
        </p>
        {canManage && connections.data.length > 0 ? (
          <Button variant="outline" onClick={() => setEdited('new')}>
            <Plus />
            {t('channel_whatsapp.connections.add')}
          </Button>
        ) : null}
      </div>
      {connections.data.length === 0 ? (
        <TabEmptyState
          title={t('channel_whatsapp.connections.none.title')}
          description={t('channel_whatsapp.connections.none.description')}
          {...(canManage
            ? { actionLabel: t('channel_whatsapp.connections.add'), onAction: () => setEdited('new') }
            : {})}
        />
      ) : null}
      {connections.data.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          canManage={canManage}
          onEdit={() => setEdited(connection)}
        />
      ))}
      {edited ? (
        <ConnectionDialog connection={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </div>
  )
}

function hasSeveralNumbers(connections: Connection[]): boolean {
  return connections.flatMap(({ numbers }) => numbers).length > 1
}
