import type { Message } from '../world/message.ts'
import type { BubbleButton } from './BubbleButtons.tsx'
import type { ChatActs } from './chat-acts.ts'
import { contactCard } from './contact-card.ts'
import { type Payload, part, parts, say } from './payload.ts'

const WEEK_SECONDS = 7 * 24 * 3600

/** What a business's interactive message offers to tap, and what each tap sends. */
export function interactiveButtons(interactive: Payload, message: Message, acts: ChatActs): BubbleButton[] {
  const action = part(interactive, 'action')
  const parameters = part(action, 'parameters')
  switch (interactive.type) {
    case 'button':
      return parts(action, 'buttons').map((button) => replyButton(button, message, acts))
    case 'list':
      return [
        {
          text: `☰ ${say(action, 'button') || 'Choose'}`,
          onPress: () => acts.open({ kind: 'list', context: message }),
        },
      ]
    case 'cta_url':
      return [urlButton(say(parameters, 'display_text'), say(parameters, 'url'))]
    case 'voice_call':
      return [{ text: `📞 ${say(parameters, 'display_text') || 'Call'}`, onPress: acts.call }]
    case 'location_request_message':
      return [
        {
          text: 'Send location',
          onPress: () => acts.open({ kind: 'location', context: message }),
        },
      ]
    case 'request_contact_info':
      return [shareNumberButton(message, acts)]
    case 'flow':
      return [
        formButton(say(parameters, 'flow_cta') || 'Open form', say(parameters, 'flow_token'), message, acts),
      ]
    case 'address_message':
      return [
        {
          text: 'Give your address',
          onPress: () => acts.open({ kind: 'form', context: message, name: 'address_message', token: '' }),
        },
      ]
    case 'call_permission_request':
      return (['accept', 'reject'] as const).map((response) => ({
        text: response === 'accept' ? 'Allow calls' : 'Don’t allow',
        onPress: () => void acts.send(callPermission(response), message),
      }))
    case 'product':
    case 'product_list':
    case 'catalog_message':
      return [cartButton('View items', message, acts)]
    default:
      return []
  }
}

export function urlButton(text: string, url: string): BubbleButton {
  // Only such addresses are followed: the page must run nothing a business wrote.
  return { text: text || url, href: /^https?:\/\//i.test(url) ? url : undefined }
}

export function shareNumberButton(message: Message, acts: ChatActs): BubbleButton {
  const { name, phone } = acts.customer
  if (!phone) return { text: 'This phone has no number to share' }
  const card = contactCard({ name, phone }, 'contact_request')
  return {
    text: 'Share number',
    onPress: () => void acts.send({ type: 'contacts', contacts: [card] }, message),
  }
}

export function formButton(text: string, token: string, message: Message, acts: ChatActs): BubbleButton {
  return { text, onPress: () => acts.open({ kind: 'form', context: message, name: 'flow', token }) }
}

export function cartButton(text: string, message: Message, acts: ChatActs): BubbleButton {
  return { text, onPress: () => acts.open({ kind: 'cart', context: message }) }
}

function replyButton(button: Payload, message: Message, acts: ChatActs): BubbleButton {
  if (button.type === 'cta_url' || 'url' in button)
    return urlButton(say(part(button, 'url'), 'display_text'), say(part(button, 'url'), 'url'))
  const reply = part(button, 'reply' in button ? 'reply' : 'quick_reply')
  const title = say(reply, 'title')
  const button_reply = { id: say(reply, 'id'), title }
  return {
    text: title,
    onPress: () =>
      void acts.send({ type: 'interactive', interactive: { type: 'button_reply', button_reply } }, message),
  }
}

function callPermission(response: 'accept' | 'reject') {
  const expires = { expiration_timestamp: Math.floor(Date.now() / 1000) + WEEK_SECONDS }
  const call_permission_reply = {
    response,
    ...(response === 'accept' ? expires : {}),
    response_source: 'user_action' as const,
  }
  const interactive = { type: 'call_permission_reply' as const, call_permission_reply }
  return { type: 'interactive' as const, interactive }
}
