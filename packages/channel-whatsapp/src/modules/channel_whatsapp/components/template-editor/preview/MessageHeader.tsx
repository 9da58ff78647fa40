import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FileText, Image, MapPin, Play, ShoppingBag } from 'lucide-react'
import type { MessageContent } from './message-content.ts'

const signs = { IMAGE: Image, VIDEO: Play, DOCUMENT: FileText, LOCATION: MapPin, PRODUCT: ShoppingBag }

/** The picture, the video, the document or the place above the text; a text in bold stands with the text itself. */
export function MessageHeader({ header }: { header: MessageContent['header'] }) {
  const t = useT()
  const { kind, mediaUrl } = header
  if (kind === 'NONE' || kind === 'TEXT') return null
  if (kind === 'IMAGE' && mediaUrl) {
    return <img src={mediaUrl} alt="" className="m-1 mb-0 aspect-[1.91] rounded-md object-cover" />
  }
  if (kind === 'VIDEO' && mediaUrl) {
    return (
      <video src={mediaUrl} muted playsInline className="m-1 mb-0 aspect-[1.91] rounded-md object-cover" />
    )
  }
  const Sign = signs[kind]
  const name = t(`channel_whatsapp.templateEditor.header.kind.${kind}`)
  if (kind === 'DOCUMENT') {
    return (
      <div className="m-1 mb-0 flex items-center gap-3 rounded-md bg-[#f0f2f5] px-3 py-3 text-sm">
        <Sign aria-hidden="true" className="size-7 shrink-0 text-[#b3261e]" />
        <span className="truncate">{name}</span>
      </div>
    )
  }
  return (
    <div className="m-1 mb-0 flex aspect-[1.91] items-center justify-center rounded-md bg-[#dfe5e7] text-[#5b6b74]">
      <span className="grid justify-items-center gap-1 text-[0.8125rem]">
        <span className="grid size-12 place-items-center rounded-full bg-white/80">
          <Sign aria-hidden="true" className="size-6" />
        </span>
        {name}
      </span>
    </div>
  )
}
