import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Gift } from 'lucide-react'
import type { MessageContent } from './message-content.ts'

/** A limited-time offer's own box: what it is, its code, and when it ends. */
export function OfferBox({ offer }: { offer: NonNullable<MessageContent['offer']> }) {
  const t = useT()
  const text = (key: string, values = {}) => t(`channel_whatsapp.templateEditor.preview.offer.${key}`, values)
  return (
    <div className="m-1 mb-0 flex items-center gap-3 rounded-md bg-[#f0f2f5] px-3 py-2.5 text-[0.8125rem]">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-[#d8f5d0] text-[#0b6b3a]">
        <Gift aria-hidden="true" className="size-5" />
      </span>
      <div className="grid min-w-0">
        <bdi className="truncate text-[0.9375rem] font-semibold">{offer.text}</bdi>
        {offer.code ? (
          <span className="truncate text-[#3b4a54]">{text('code', { code: offer.code })}</span>
        ) : null}
        {offer.expires ? <span className="text-[#8a4b00]">{text('expires')}</span> : null}
      </div>
    </div>
  )
}
