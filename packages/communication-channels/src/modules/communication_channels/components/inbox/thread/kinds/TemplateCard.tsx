import { Package, Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TemplateContent } from '../../model/message.ts'
import { CardButton, CardFrame } from './CardFrame.tsx'
import { CardRow } from './CardRow.tsx'
import { FactCard } from './FactCard.tsx'
import { LocationBody } from './LocationBody.tsx'
import { MediaPart } from './media/MediaPart.tsx'

type HeaderObject = TemplateContent['parameters']['headerObject']

/** A template with its variables filled in. */
export function TemplateCard({ content, timeLine }: { content: TemplateContent; timeLine: ReactNode }) {
  const { rendered, parameters } = content
  const { header, body, footer, buttons, cards } = rendered
  return (
    <CardFrame
      header={header ?? headerOf(parameters.headerObject)}
      body={body}
      footer={footer}
      timeLine={timeLine}
    >
      <TemplateButtons titles={buttons} />
      {cards ? (
        <CardRow
          cards={cards.map((card, index) => (
            // biome-ignore lint/correctness/useJsxKeyInIterable: the row gives each its key
            <CardFrame header={headerOf(parameters.cards?.[index]?.headerObject)} body={card.body}>
              <TemplateButtons titles={card.buttons} />
            </CardFrame>
          ))}
        />
      ) : null}
    </CardFrame>
  )
}

function TemplateButtons({ titles }: { titles: string[] }) {
  return titles.map((title, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may be called the same
    <CardButton key={index} Icon={Reply}>
      {title}
    </CardButton>
  ))
}

function headerOf(header: HeaderObject): ReactNode {
  if (!header) return undefined
  if (header.type === 'location') return <LocationBody content={header} />
  if (header.type === 'product') return <FactCard Icon={Package} title={<bdi>{header.productId}</bdi>} />
  return <MediaPart {...header} />
}
