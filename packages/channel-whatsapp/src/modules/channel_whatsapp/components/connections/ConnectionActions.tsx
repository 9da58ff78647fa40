import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Button } from '@open-mercato/ui/primitives/button'
import { PenLine, RefreshCw, Trash2 } from 'lucide-react'
import type { Connection } from './connection.ts'
import { useDeleteConnection, useRefreshConnection } from './useConnections.ts'

export function ConnectionActions({ connection, onEdit }: { connection: Connection; onEdit: () => void }) {
  const t = useT()
  const refresh = useRefreshConnection()
  const remove = useDeleteConnection()
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const text = (key: string, values?: Record<string, string>) =>
    t(`channel_whatsapp.connections.${key}`, values ?? {})

  const refreshNow = () =>
    refresh.mutate(connection, {
      onSuccess: () => flash(text('refreshed'), 'success'),
      onError: (error) => flash(error.message || text('refreshFailed'), 'error'),
    })
  const removeAfterAsking = async () => {
    const isSure = await confirm({
      title: text('delete.title', { name: connection.name }),
      text: text('delete.text'),
      confirmText: text('delete.confirm'),
      cancelText: t('channel_whatsapp.cancel'),
      variant: 'destructive',
    })
    if (isSure) {
      remove.mutate(connection, {
        onError: (error) => flash(error.message || text('delete.failed'), 'error'),
      })
    }
  }

  return (
    <div className="flex flex-wrap gap-2 border-t pt-4">
      <Button variant="outline" onClick={refreshNow} disabled={refresh.isPending}>
        <RefreshCw className={refresh.isPending ? 'animate-spin' : undefined} />
        {text('refresh')}
      </Button>
      <Button variant="outline" onClick={onEdit}>
        <PenLine />
        {text('edit')}
      </Button>
      <Button
        variant="destructive-ghost"
        className="sm:ms-auto"
        onClick={() => void removeAfterAsking()}
        disabled={remove.isPending}
      >
        <Trash2 />
        {text('delete.button')}
      </Button>
      {ConfirmDialogElement}
    </div>
  )
}
