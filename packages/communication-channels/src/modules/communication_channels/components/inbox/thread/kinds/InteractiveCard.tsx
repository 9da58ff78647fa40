import type { ReactNode } from 'react'
import type { InteractiveContent } from '../../model/message.ts'
import { CardFrame } from './CardFrame.tsx'
import { InteractiveActions } from './InteractiveActions.tsx'
import { MediaPart } from './media/MediaPart.tsx'
import { ProductCard } from './ProductCard.tsx'

type InteractiveCardProps = { content: InteractiveContent; timeLine: ReactNode }

/** A message with something to tap, as the customer's phone shows it. */
export function InteractiveCard({ content, timeLine }: InteractiveCardProps) {
  return (
    <CardFrame
      header={headerOf(content)}
      body={content.body}
      footer={'footer' in content ? content.footer : undefined}
      timeLine={timeLine}
    >
      <InteractiveActions content={content} />
    </CardFrame>
  )
}

function headerOf(content: InteractiveContent): ReactNode {
  if (content.kind === 'product') return <ProductCard productId={content.productId} />
  const header = 'header' in content ? content.header : undefined
  if (!header) return undefined
  if (header.type === 'text') return header.text
  return <MediaPart {...header} />
}
