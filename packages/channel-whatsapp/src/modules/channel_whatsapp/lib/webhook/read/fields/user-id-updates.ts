import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { type Change, other } from '../change.ts'
import { itemsOf, metaUserId, phoneOf, seconds, toldOrOdd, toldPhone } from '../meta-values.ts'
import { noticeFor, userIdNoticeId } from '../notice.ts'
import { personOf } from '../person.ts'

const update = z.object({
  wa_id: toldPhone,
  detail: toldOrOdd,
  user_id: z.object({ previous: metaUserId, current: metaUserId }),
  timestamp: seconds,
})

/** People whose business-scoped id is another now, for example after they changed their phone number. */
export function readUserIdUpdates(change: Change): DeliveryEvent[] {
  return itemsOf(change.value, 'user_id_update').map(
    (raw) => readUpdate(raw, change) ?? other('user_id_update.unread', change.address),
  )
}

function readUpdate(raw: unknown, change: Change): DeliveryEvent | null {
  const { data: said } = update.safeParse(raw)
  if (said?.user_id.current === undefined) return null
  const { previous = null, current } = said.user_id
  const contact = personOf(said.wa_id, current, change.contacts)
  if (!contact) return null
  const notice = noticeFor(change, contact, said.timestamp, {
    externalMessageId: userIdNoticeId(current),
    content: { type: 'system', kind: 'user_id_changed', text: said.detail ?? null, previous, current },
  })
  // Without the former id, it is whoever has the phone.
  return { ...notice, formerly: { phone: phoneOf(said.wa_id), userId: previous } }
}
