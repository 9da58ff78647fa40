import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Copy,
  ExternalLink,
  List,
  type LucideIcon,
  Phone,
  ReceiptText,
  Reply,
  Store,
  UserRound,
} from 'lucide-react'
import { useState } from 'react'
import type { ShownButton } from './message-content.ts'

const signs: Record<ShownButton['kind'], LucideIcon> = {
  QUICK_REPLY: Reply,
  URL: ExternalLink,
  PHONE_NUMBER: Phone,
  VOICE_CALL: Phone,
  COPY_CODE: Copy,
  OTP: Copy,
  FLOW: List,
  CATALOG: Store,
  MPM: List,
  SPM: Store,
  ORDER_DETAILS: ReceiptText,
  REQUEST_CONTACT_INFO: UserRound,
}

/** A phone shows three buttons; of more the first two, the rest behind "See all options". */
const MOST_SHOWN = 3
const row =
  'flex min-h-10 w-full items-center justify-center gap-2 border-t border-black/8 px-3 py-2 text-[0.9375rem] font-medium text-[#006d92]'

export function MessageButtons({ buttons }: { buttons: ShownButton[] }) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  if (buttons.length === 0) return null
  const isFolded = buttons.length > MOST_SHOWN
  const shown = isFolded && !isOpen ? buttons.slice(0, MOST_SHOWN - 1) : buttons
  return (
    <div>
      <ul>
        {shown.map((button, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a preview's buttons are known by their place
          <li key={index} className={row}>
            <ButtonFace button={button} />
          </li>
        ))}
      </ul>
      {isFolded ? (
        <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className={row}>
          <List aria-hidden="true" className="size-4 shrink-0" />
          {t(`channel_whatsapp.templateEditor.preview.${isOpen ? 'fewerOptions' : 'allOptions'}`)}
        </button>
      ) : null}
    </div>
  )
}

function ButtonFace({ button }: { button: ShownButton }) {
  const t = useT()
  const Sign = signs[button.kind]
  return (
    <>
      <Sign aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" />
      <bdi className="truncate">
        {button.text ?? t(`channel_whatsapp.templateEditor.preview.button.${button.kind}`)}
      </bdi>
    </>
  )
}
