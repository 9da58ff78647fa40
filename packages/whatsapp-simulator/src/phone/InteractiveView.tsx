import type { Message } from '../world/message.ts'
import { BubbleButtons } from './BubbleButtons.tsx'
import { Carousel } from './Carousel.tsx'
import { ProductCard } from './cards.tsx'
import { useChatActs } from './chat-acts.ts'
import { HeaderView } from './HeaderView.tsx'
import { interactiveButtons } from './interactive-buttons.ts'
import { LongText } from './LongText.tsx'
import { type Payload, part, parts, say } from './payload.ts'

/** A business's message with something to tap. */
export function InteractiveView({ message, interactive }: { message: Message; interactive: Payload }) {
  const acts = useChatActs()
  const action = part(interactive, 'action')
  const body = say(part(interactive, 'body'), 'text')
  const footer = say(part(interactive, 'footer'), 'text')
  return (
    <>
      <HeaderView header={part(interactive, 'header')} message={message} />
      {body && <LongText text={body} />}
      {interactive.type === 'product' && <ProductCard id={say(action, 'product_retailer_id')} />}
      {interactive.type === 'product_list' &&
        parts(action, 'sections').map((section) => (
          <section key={say(section, 'title')}>
            <p className="bubble-mark">{say(section, 'title')}</p>
            {parts(section, 'product_items').map((item) => (
              <ProductCard key={say(item, 'product_retailer_id')} id={say(item, 'product_retailer_id')} />
            ))}
          </section>
        ))}
      {footer && <p className="bubble-footer">{footer}</p>}
      {interactive.type === 'carousel' && <Carousel message={message} cards={parts(action, 'cards')} />}
      <BubbleButtons
        label="Buttons of the message"
        buttons={interactiveButtons(interactive, message, acts)}
      />
    </>
  )
}
