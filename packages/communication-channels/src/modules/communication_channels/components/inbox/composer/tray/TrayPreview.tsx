import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { documentKind } from '../../model/documentKind.ts'
import type { TrayItem } from '../../model/trayItem.ts'
import { documentIcons } from '../../thread/kinds/media/DocumentCard.tsx'

const frame = 'relative flex size-14 shrink-0 items-center justify-center overflow-hidden rounded-md'

type TrayPreviewProps = {
  item: TrayItem
  /** Null for what cannot be played. */
  onPlay: (() => void) | null
}

/** A small picture of what is attached, or its icon; what plays is a button. */
export function TrayPreview({ item, onPlay }: TrayPreviewProps) {
  const t = useT()
  if (!onPlay) {
    return (
      <span className={`${frame} bg-foreground/5`}>
        <Look item={item} />
      </span>
    )
  }
  return (
    <button
      type="button"
      onClick={onPlay}
      aria-label={t('communication_channels.inbox.tray.play', { name: item.name })}
      className={`${frame} bg-foreground/5 hover:bg-foreground/10`}
    >
      <Look item={item} />
      <span className="absolute flex size-7 items-center justify-center rounded-full bg-primary text-primary-foreground">
        <Play aria-hidden="true" className="size-3.5 translate-x-px fill-current" />
      </span>
    </button>
  )
}

function Look({ item }: { item: TrayItem }) {
  const [broken, setBroken] = useState<string | null>(null)
  const { mimeType, localUrl, original, converted, use, stage } = item
  const checked = converted && converted.use === use ? converted.checked : original
  const own = mimeType.startsWith('image/') && stage !== 'failed' ? localUrl : null
  const seen = [checked?.file.previewUrl, own].find((address) => address && address !== broken)
  if (seen) {
    return <img src={seen} alt="" onError={() => setBroken(seen)} className="size-full object-cover" />
  }
  const Icon = documentIcons[documentKind(mimeType || null)]
  return <Icon aria-hidden="true" className="size-6 text-primary" />
}
