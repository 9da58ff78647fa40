import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  ClipboardList,
  Contact,
  ExternalLink,
  type LucideIcon,
  MapPin,
  Phone,
  PhoneCall,
  Reply,
  Store,
} from 'lucide-react'
import type { InteractiveContent } from '../../model/message.ts'
import { CardButton, CardFrame } from './CardFrame.tsx'
import { CardRow } from './CardRow.tsx'
import { LinkButton } from './LinkButton.tsx'
import { MediaPart } from './media/MediaPart.tsx'
import { OptionList } from './OptionList.tsx'
import { ProductCard } from './ProductCard.tsx'

type Kind = InteractiveContent['kind']

/** Buttons whose words the customer's phone chooses. */
const fixed: Partial<Record<Kind, LucideIcon>> = {
  call_button: Phone,
  product: ExternalLink,
  catalog: Store,
  location_request: MapPin,
  contact_info_request: Contact,
  call_permission_request: PhoneCall,
}

export function InteractiveActions({ content }: { content: InteractiveContent }) {
  const t = useT()
  switch (content.kind) {
    case 'reply_buttons':
      return <ReplyButtons buttons={content.buttons} />
    case 'list':
      return (
        <OptionList
          label={content.label}
          sections={content.sections.map(({ title, rows }) => ({
            title,
            rows: rows.map((row) => ({ ...row, key: row.id })),
          }))}
        />
      )
    case 'cta_url':
      return <LinkButton url={content.url} label={content.label} />
    case 'form':
      return <CardButton Icon={ClipboardList}>{content.label}</CardButton>
    case 'product_list':
      return (
        <OptionList
          label={t('communication_channels.inbox.interactive.product_list')}
          sections={content.sections.map(({ title, productIds }) => ({
            title,
            rows: productIds.map((id) => ({ key: id, title: id })),
          }))}
        />
      )
    case 'product_carousel':
      return (
        <CardRow
          cards={content.productIds.map((id) => (
            // biome-ignore lint/correctness/useJsxKeyInIterable: the row gives each its key
            <CardFrame header={<ProductCard productId={id} />} />
          ))}
        />
      )
    case 'carousel':
      return (
        <CardRow
          cards={content.cards.map(({ header, body, action }) => (
            // biome-ignore lint/correctness/useJsxKeyInIterable: the row gives each its key
            <CardFrame header={<MediaPart {...header} />} body={body}>
              {action.type === 'url' ? (
                <LinkButton url={action.url} label={action.label} />
              ) : (
                <ReplyButtons buttons={action.buttons} />
              )}
            </CardFrame>
          ))}
        />
      )
    default: {
      const label = 'label' in content ? content.label : undefined
      return (
        <CardButton Icon={fixed[content.kind] ?? Reply}>
          {label ?? t(`communication_channels.inbox.interactive.${content.kind}.button`)}
        </CardButton>
      )
    }
  }
}

function ReplyButtons({ buttons }: { buttons: { id: string; title: string }[] }) {
  return buttons.map(({ id, title }) => (
    <CardButton key={id} Icon={Reply}>
      {title}
    </CardButton>
  ))
}
