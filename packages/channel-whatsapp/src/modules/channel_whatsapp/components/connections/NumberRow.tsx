import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { Switch } from '@open-mercato/ui/primitives/switch'
import { Settings2 } from 'lucide-react'
import { useState } from 'react'
import { NumberDialog } from '../numbers/NumberDialog.tsx'
import { NumberState } from '../numbers/NumberState.tsx'
import { NumberNews } from '../timeline/NumberNews.tsx'
import type { Connection, ConnectionNumber } from './connection.ts'
import { useSwitchNumber } from './useConnections.ts'

type NumberRowProps = {
  connection: Connection
  number: ConnectionNumber
  /** What is written to it does not arrive here. */
  isDeaf: boolean
  canManage: boolean
}

// https://developers.facebook.com/docs/whatsapp/messaging-limits#quality-rating
const qualityTones: Record<string, 'success' | 'warning' | 'error'> = {
  GREEN: 'success',
  YELLOW: 'warning',
  RED: 'error',
}

export function NumberRow({ connection, number, isDeaf, canManage }: NumberRowProps) {
  const t = useT()
  const change = useSwitchNumber(connection)
  const [isOpen, setIsOpen] = useState(false)
  const quality = number.qualityRating ?? 'UNKNOWN'
  // While the server is being asked the switch shows what was wished for.
  const isEnabled = change.isPending ? change.variables.isEnabled : number.isEnabled
  const toggle = (next: boolean) =>
    change.mutate(
      { channelId: number.channelId, isEnabled: next },
      {
        onError: (error) => flash(error.message || t('channel_whatsapp.connections.number.failed'), 'error'),
      },
    )
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-3 lg:grid-cols-[minmax(10rem,1fr)_minmax(0,auto)_auto]">
      <div className="grid min-w-0">
        <bdi className="font-medium tabular-nums">{number.displayPhoneNumber}</bdi>
        <span className="truncate text-sm text-muted-foreground">
          <bdi>{number.verifiedName}</bdi>
          {number.username === null ? null : <bdi> · @{number.username}</bdi>}
        </span>
      </div>
      <div className="col-span-2 row-start-2 flex min-w-0 flex-wrap gap-1.5 lg:col-span-1 lg:col-start-2 lg:row-start-1 lg:justify-end">
        {isDeaf ? (
          <StatusBadge variant="error">{t('channel_whatsapp.connections.status.deaf.none')}</StatusBadge>
        ) : null}
        <NumberState number={number} />
        <NumberNews number={number} />
        {number.isFlagged ? null : (
          <StatusBadge variant={qualityTones[quality] ?? 'neutral'}>
            {t(`channel_whatsapp.connections.quality.${quality}`, quality)}
          </StatusBadge>
        )}
      </div>
      <div className="col-start-2 row-start-1 flex items-center gap-3 lg:col-start-3">
        {canManage ? (
          <IconButton
            variant="outline"
            onClick={() => setIsOpen(true)}
            aria-label={t('channel_whatsapp.numbers.open', { number: number.displayPhoneNumber })}
          >
            <Settings2 />
          </IconButton>
        ) : null}
        <Switch
          checked={isEnabled}
          onCheckedChange={toggle}
          disabled={!canManage || change.isPending}
          aria-label={t('channel_whatsapp.connections.number.enabled', { number: number.displayPhoneNumber })}
        />
      </div>
      {isOpen ? (
        <NumberDialog connection={connection} number={number} onClose={() => setIsOpen(false)} />
      ) : null}
    </li>
  )
}
