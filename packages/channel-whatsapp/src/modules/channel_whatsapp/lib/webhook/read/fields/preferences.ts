import type { SystemContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/notices'
import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { type Change, other } from '../change.ts'
import { itemsOf, metaUserId, seconds, toldOrOdd, toldPhone } from '../meta-values.ts'
import { noticeFor } from '../notice.ts'
import { personOf } from '../person.ts'

const preference = z.object({
  wa_id: toldPhone,
  user_id: metaUserId,
  detail: toldOrOdd,
  category: toldOrOdd,
  value: z.string().regex(/^[\x21-\x7e]{1,64}$/),
  timestamp: seconds,
})
type Preference = z.infer<typeof preference>

const KINDS = new Map<string, SystemContent['kind']>([
  ['stop', 'marketing_stopped'],
  ['resume', 'marketing_resumed'],
  ['signup', 'marketing_signed_up'],
])

/** What people told WhatsApp about marketing from this business. */
export function readPreferences(change: Change): DeliveryEvent[] {
  return itemsOf(change.value, 'user_preferences').map(
    (raw) => readPreference(raw, change) ?? other('user_preferences.unread', change.address),
  )
}

function readPreference(raw: unknown, change: Change): DeliveryEvent | null {
  const { data: said } = preference.safeParse(raw)
  const contact = said && personOf(said.wa_id, said.user_id, change.contacts)
  if (!contact) return null
  return noticeFor(change, contact, said.timestamp, {
    externalMessageId: `preference:${said.user_id ?? said.wa_id}:${said.timestamp.getTime() / 1000}:${said.value}`,
    content: { type: 'system', kind: kindOf(said), text: said.detail ?? null, previous: null, current: null },
  })
}

function kindOf({ category, value }: Preference): SystemContent['kind'] {
  const isAboutMarketing = category === undefined || category === 'marketing_messages'
  return (isAboutMarketing && KINDS.get(value)) || 'other'
}
