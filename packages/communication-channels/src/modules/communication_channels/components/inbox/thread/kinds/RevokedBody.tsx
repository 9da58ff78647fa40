import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Ban } from 'lucide-react'

export function RevokedBody() {
  const t = useT()
  return (
    <p className="flex items-center gap-2 text-sm italic text-muted-foreground">
      <Ban aria-hidden="true" className="size-4 shrink-0" />
      {t('communication_channels.inbox.revoked')}
    </p>
  )
}
