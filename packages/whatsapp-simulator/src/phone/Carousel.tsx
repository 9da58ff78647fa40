import type { Message } from '../world/message.ts'
import { BubbleButtons } from './BubbleButtons.tsx'
import { ProductCard } from './cards.tsx'
import { useChatActs } from './chat-acts.ts'
import { HeaderView } from './HeaderView.tsx'
import { interactiveButtons } from './interactive-buttons.ts'
import { type Payload, part, say } from './payload.ts'

export function Carousel({ message, cards }: { message: Message; cards: Payload[] }) {
  const acts = useChatActs()
  return (
    <ul className="carousel" aria-label="Cards">
      {cards.map((card) => {
        const product = say(part(card, 'action'), 'product_retailer_id')
        return (
          <li key={say(card, 'card_index')}>
            <HeaderView header={part(card, 'header')} message={message} />
            {product && <ProductCard id={product} />}
            <p className="bubble-text">{say(part(card, 'body'), 'text')}</p>
            <BubbleButtons
              label={`Buttons of card ${Number(card.card_index ?? 0) + 1}`}
              buttons={interactiveButtons({ ...card, type: cardType(card) }, message, acts)}
            />
          </li>
        )
      })}
    </ul>
  )
}

// A card that answers has its buttons where a whole message has them, whatever it calls itself.
function cardType(card: Payload): unknown {
  return 'buttons' in part(card, 'action') ? 'button' : card.type
}
