import type { SystemContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/notices'
import { z } from 'zod'
import type { WebhookMessage } from '../message.ts'
import { metaUserId, phoneOf, told, toldPhone } from '../meta-values.ts'

const system = z.object({
  type: told,
  body: told,
  wa_id: toldPhone,
  /** How `wa_id` was called before. */
  new_wa_id: toldPhone,
  /** Who it was, in the same form. */
  customer: toldPhone,
  user_id: metaUserId,
})

/** Who somebody is from a message on, and who they were until then, as Meta writes it. */
export interface Become {
  phone: string | undefined
  userId: string | undefined
  formerPhone: string | undefined
  formerUserId: string | undefined
}

/** Null where a message says nothing of the kind. */
export function becomeIn(part: unknown, { from, from_user_id }: WebhookMessage): Become | null {
  const { data } = system.safeParse(part)
  if (!data) return null
  switch (data.type) {
    case 'customer_changed_number':
    case 'user_changed_number': {
      const phone = data.new_wa_id ?? data.wa_id
      if (!phone) return null
      return { phone, userId: from_user_id, formerPhone: from ?? data.customer, formerUserId: undefined }
    }
    case 'user_changed_user_id': {
      if (!data.user_id) return null
      const formerUserId = from_user_id === data.user_id ? undefined : from_user_id
      return { phone: data.wa_id ?? from, userId: data.user_id, formerPhone: from, formerUserId }
    }
    default:
      return null
  }
}

export function readSystem(part: unknown, message: WebhookMessage): SystemContent | null {
  const { data } = system.safeParse(part)
  if (!data) return null
  return { type: 'system', text: data.body ?? null, ...changeIn(data, message) }
}

function changeIn(
  { type, wa_id, new_wa_id, customer, user_id }: z.infer<typeof system>,
  { from, from_user_id, identity }: WebhookMessage,
): Pick<SystemContent, 'kind' | 'previous' | 'current'> {
  switch (type) {
    case 'customer_changed_number':
    case 'user_changed_number':
      return {
        kind: 'phone_changed',
        previous: phoneOf(from ?? customer),
        current: phoneOf(new_wa_id ?? wa_id),
      }
    case 'user_changed_user_id': {
      const current = user_id ?? null
      const previous = from_user_id && from_user_id !== current ? from_user_id : null
      return { kind: 'user_id_changed', previous, current }
    }
    case 'customer_identity_changed':
      return { kind: 'identity_changed', previous: null, current: identity?.hash ?? null }
    default:
      return { kind: 'other', previous: null, current: null }
  }
}
