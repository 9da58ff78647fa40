import type { Customer } from '../world/customer.ts'
import type { MessageContent } from '../world/message.ts'

/** 131050: a marketing template to somebody who stopped them is accepted and then fails. Service and utility pass. */
export function isStoppedMarketing(
  content: MessageContent,
  customer: Pick<Customer, 'marketingStopped'>,
): boolean {
  return (
    customer.marketingStopped && content.type === 'template' && content.category.toLowerCase() === 'marketing'
  )
}
