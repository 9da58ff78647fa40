import type { House } from '../processes/house.ts'
import type { Intent } from './answers.ts'
import type { Meta } from './meta.ts'
import type { Staff } from './staff.ts'

interface Unsettled {
  message: { id: string }
}

interface Settled {
  settled: { messageId: string; as: 'resend' | 'leave'; newMessageId: string | null }[]
  skipped: { messageId: string; code: string }[]
}

const SETTLE_AT_ONCE = 200
/** Every so many, the person sends again without asking the customer. */
const BLIND_EVERY = 4

/**
 * Plays the person who is shown what nobody knows the outcome of: asks the customers, that is the simulator, and sends
 * again what has not arrived; some are sent again unasked.
 *
 * @returns how many were shown
 */
export async function settleUnknown(
  { house, meta }: { house: House; meta: Meta },
  staff: Staff[],
  intents: Intent[],
): Promise<number> {
  await letTimePass(house)
  let shown = 0
  for (const one of staff) {
    const items = await one.pages<Unsettled>('/messages/unsettled')
    shown += items.length
    const decided = await Promise.all(
      items.map(async ({ message: { id } }, index) => {
        const hasArrived = (await meta.accepted(id)).length > 0
        return { id, as: hasArrived && index % BLIND_EVERY > 0 ? ('leave' as const) : ('resend' as const) }
      }),
    )
    for (const as of ['resend', 'leave'] as const) {
      const ids = decided.filter((decision) => decision.as === as).map(({ id }) => id)
      for (let from = 0; from < ids.length; from += SETTLE_AT_ONCE)
        await settle(one, ids.slice(from, from + SETTLE_AT_ONCE), as, intents)
    }
  }
  return shown
}

async function settle(staff: Staff, messageIds: string[], as: 'resend' | 'leave', intents: Intent[]) {
  const { settled } = await staff.api<Settled>('/messages/settle', {
    method: 'POST',
    body: { messageIds, as },
  })
  for (const { messageId, newMessageId } of settled) {
    if (newMessageId === null) continue
    const intent = intents.find((one) => one.messageId === messageId || one.resentAs.includes(messageId))
    intent?.resentAs.push(newMessageId)
  }
}

/** As if the five minutes had passed after which a person is asked. */
async function letTimePass(house: House): Promise<void> {
  await house.query(
    `update cc_external_messages set updated_at = updated_at - interval '6 minutes'
     where status = 'unknown' and settled_as is null`,
  )
}
