import type { Message, TemplateContent } from '../world/message.ts'
import { BubbleButtons } from './BubbleButtons.tsx'
import { useChatActs } from './chat-acts.ts'
import { HeaderView } from './HeaderView.tsx'
import { LongText } from './LongText.tsx'
import { parts, say } from './payload.ts'
import { isComponent, templateButtons } from './template-buttons.ts'

export function TemplateView({ message, content }: { message: Message; content: TemplateContent }) {
  const acts = useChatActs()
  const { header, body, footer } = content.rendered
  const { components } = content
  const media = components
    .filter((component) => isComponent(component, 'header'))
    .flatMap((component) => parts(component, 'parameters'))
    .find((parameter) => parameter.type !== 'text')
  const cards = components
    .filter((component) => isComponent(component, 'carousel'))
    .flatMap((component) => parts(component, 'cards'))
  return (
    <>
      {media && <HeaderView header={media} message={message} />}
      {header && <h3>{header}</h3>}
      <LongText text={body} />
      {footer && <p className="bubble-footer">{footer}</p>}
      {cards.length > 0 && (
        <ul className="carousel" aria-label="Cards">
          {cards.map((card) => (
            <li key={say(card, 'card_index')}>
              {parts(card, 'components').map((component) =>
                parts(component, 'parameters').map((parameter) => (
                  <HeaderView key={JSON.stringify(parameter)} header={parameter} message={message} />
                )),
              )}
            </li>
          ))}
        </ul>
      )}
      <BubbleButtons label="Buttons of the template" buttons={templateButtons(content, message, acts)} />
    </>
  )
}
