import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FileText, Image, type LucideIcon, Mic, Music, Sticker, Video } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatName } from '../../../model/documentKind.ts'
import { cutMiddle, shownName } from '../../../model/fileName.ts'
import type { MediaContent } from '../../../model/message.ts'
import { FactCard } from '../FactCard.tsx'

const icons: Record<MediaContent['type'] | 'voice', LucideIcon> = {
  image: Image,
  video: Video,
  audio: Music,
  voice: Mic,
  document: FileText,
  sticker: Sticker,
}

type MediaCardProps = Pick<MediaContent, 'type' | 'filename' | 'isVoice' | 'isAnimated'> & {
  media?: MediaContent['media']
  children?: ReactNode
}

/** What kind of file it is, and its name. */
export function MediaCard({ type, filename, isVoice, isAnimated, media, children }: MediaCardProps) {
  const t = useT()
  const look = isVoice ? 'voice' : isAnimated ? `animated.${type}` : type
  const kind = t(`communication_channels.inbox.media.${look}`)
  const name = shownName(null, filename)
  const format = formatName(media?.mimeType ?? null, name)
  return (
    <FactCard
      Icon={icons[isVoice ? 'voice' : type]}
      title={<bdi title={name ?? undefined}>{name ? cutMiddle(name) : kind}</bdi>}
      detail={[name ? kind : null, format].filter(Boolean).join(' · ')}
    >
      {children}
    </FactCard>
  )
}
