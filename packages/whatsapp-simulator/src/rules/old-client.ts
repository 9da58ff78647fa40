import type { Customer } from '../world/customer.ts'
import type { MessageContent } from '../world/message.ts'

/** 131026: a WhatsApp too old cannot show buttons, lists and templates. */
export function isTooNewFor(content: MessageContent, customer: Pick<Customer, 'oldClient'>): boolean {
  return customer.oldClient && (content.type === 'template' || content.type === 'interactive')
}
