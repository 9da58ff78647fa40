import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { FileText, Wand2 } from 'lucide-react'
import type { Tray } from '../../data/tray/createTray.ts'
import { problemText } from '../../model/problemText.ts'
import { standing, type TrayItem } from '../../model/trayItem.ts'

type ConversionPromptProps = { tray: Tray; item: TrayItem; providerKey: string }

/** Why a file does not go out as it is, and what can be done about it. Nothing is changed before somebody agrees. */
export function ConversionPrompt({ tray, item, providerKey }: ConversionPromptProps) {
  const t = useT()
  const now = standing(item)
  if (!now || now.kind === 'ok') return null
  const say = (key: string) => t(`communication_channels.inbox.tray.${key}`)
  const { key, use, original } = item
  const reason = now.problem ? problemText(t, providerKey, { ...now.problem, action: null }).reason : null
  const isDocumentOffered =
    use !== 'document' && original?.as.some(({ type, ok }) => type === 'document' && ok)
  const isSoundOffered = use === 'voice' && original?.as.some(({ type, ok }) => type === 'audio' && ok)
  return (
    <div className="grid gap-2 rounded-md border border-status-warning-border bg-status-warning-bg px-2.5 py-2 text-[0.8125rem] leading-snug text-status-warning-text">
      <p role="status">{reason ?? say('unfit')}</p>
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {now.kind === 'convertible' ? (
          <Button variant="outline" size="2xs" onClick={() => void tray.convert(key)}>
            <Wand2 className="size-3.5" />
            {say(`convert.${use}`)}
          </Button>
        ) : null}
        {isSoundOffered ? (
          <Button variant="outline" size="2xs" onClick={() => void tray.choose(key, 'audio')}>
            {say('insteadAudio')}
          </Button>
        ) : null}
        {isDocumentOffered ? (
          <Button variant="outline" size="2xs" onClick={() => void tray.choose(key, 'document')}>
            <FileText className="size-3.5" />
            {say('insteadDocument')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
