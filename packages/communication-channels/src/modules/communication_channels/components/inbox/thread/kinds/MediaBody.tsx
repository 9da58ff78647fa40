import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FileText, Image, type LucideIcon, Mic, Music, Sticker, Video } from 'lucide-react'
import type { MediaContent } from '../../model/message.ts'
import { FactCard } from './FactCard.tsx'
import { RichText } from './RichText.tsx'
import { Words } from './Words.tsx'

const icons: Record<MediaContent['type'] | 'voice', LucideIcon> = {
  image: Image,
  video: Video,
  audio: Music,
  voice: Mic,
  document: FileText,
  sticker: Sticker,
}

/** What kind of file it is, its name, and what was written below it. */
export function MediaBody({ content }: { content: MediaContent }) {
  return (
    <>
      <MediaCard {...content} />
      {content.caption ? (
        <Words className="mt-1.5">
          <RichText text={content.caption} />
        </Words>
      ) : null}
    </>
  )
}

type MediaCardProps = Pick<MediaContent, 'type' | 'filename' | 'isVoice' | 'isAnimated'> & {
  media?: MediaContent['media']
}

export function MediaCard({ type, filename, isVoice, isAnimated, media }: MediaCardProps) {
  const t = useT()
  const name = isVoice ? 'voice' : isAnimated ? `animated.${type}` : type
  const kind = t(`communication_channels.inbox.media.${name}`)
  const format = media?.mimeType?.split(';', 1)[0]
  return (
    <FactCard
      Icon={icons[isVoice ? 'voice' : type]}
      title={<bdi>{filename ?? kind}</bdi>}
      detail={[filename ? kind : null, format].filter(Boolean).join(' · ')}
    />
  )
}
