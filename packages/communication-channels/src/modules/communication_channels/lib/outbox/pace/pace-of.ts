import type { ConnectionInput } from '../../adapter/connection-input.ts'
import type { SendPace } from '../../adapter/rules.ts'
import type { ChannelAdapter } from '../../adapter.ts'

const KEPT_MS = 30_000
const UNLIMITED: SendPace = { perSecond: null, newPeoplePerDay: null }

const known = new Map<string, { pace: SendPace; until: number }>()

/** How fast a number sends, as its adapter said within the last half minute. */
export async function paceOf(adapter: ChannelAdapter, input: ConnectionInput, now: Date): Promise<SendPace> {
  if (!adapter.paceOf) return UNLIMITED
  const at = now.getTime()
  const kept = known.get(input.channel.channelId)
  if (kept && at < kept.until && kept.until - at <= KEPT_MS) return kept.pace
  const pace = await adapter.paceOf(input)
  known.set(input.channel.channelId, { pace, until: at + KEPT_MS })
  return pace
}
