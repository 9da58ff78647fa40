import type { TemplateButton } from '../accounts/template.ts'
import type { Message, TemplateContent } from '../world/message.ts'
import type { BubbleButton } from './BubbleButtons.tsx'
import type { ChatActs } from './chat-acts.ts'
import { cartButton, formButton, shareNumberButton, urlButton } from './interactive-buttons.ts'
import { type Payload, part, parts, say } from './payload.ts'

/** Meta takes the names of components in either case. */
export function isComponent(component: Payload, type: string): boolean {
  return say(component, 'type').toLowerCase() === type
}

/** What each of a template's buttons does on the phone: most answer, a few open something. */
export function templateButtons(content: TemplateContent, message: Message, acts: ChatActs): BubbleButton[] {
  const sent = content.components.filter((component) => isComponent(component, 'button'))
  return content.buttons.map((button, index) => {
    const component = sent.find((one) => Number(one.index) === index) ?? {}
    return templateButton(button, parts(component, 'parameters')[0] ?? {}, message, acts)
  })
}

function templateButton(
  button: TemplateButton,
  parameter: Payload,
  message: Message,
  acts: ChatActs,
): BubbleButton {
  const { text } = button
  switch (button.type) {
    case 'QUICK_REPLY': {
      const answer = { text, payload: say(parameter, 'payload') || text }
      return { text, onPress: () => void acts.send({ type: 'button', button: answer }, message) }
    }
    case 'URL':
      return urlButton(text, button.url.replace(/\{\{\s*\w+\s*\}\}/, say(parameter, 'text')))
    case 'FLOW':
      return formButton(text, say(part(parameter, 'action'), 'flow_token'), message, acts)
    case 'CATALOG':
    case 'MPM':
    case 'SPM':
      return cartButton(text, message, acts)
    case 'VOICE_CALL':
      return { text: `📞 ${text}`, onPress: acts.call }
    case 'REQUEST_CONTACT_INFO':
      return shareNumberButton(message, acts)
    case 'COPY_CODE':
      return { text: `${text}: ${say(parameter, 'coupon_code')}` }
    case 'PHONE_NUMBER':
      return { text: `📞 ${text} (${button.phone_number})` }
    default:
      return { text }
  }
}
