import type { Message } from '../world/message.ts'
import { LocationCard, ProductCard } from './cards.tsx'
import { MediaView } from './MediaView.tsx'
import { type Payload, part, say } from './payload.ts'

/** The header of an interactive message or a template's parameter: a text or one medium. */
export function HeaderView({ header, message }: { header: Payload; message: Message }) {
  const type = say(header, 'type')
  if (type === 'text') return <h3>{say(header, 'text')}</h3>
  if (type === 'location') return <LocationCard location={part(header, 'location')} />
  if (type === 'product') return <ProductCard id={say(part(header, 'product'), 'product_retailer_id')} />
  if (!(type in header)) return null
  return <MediaView kind={type} media={part(header, type)} message={message} />
}
