import { toDate } from '../../db.ts'
import type { AppliedAgain } from './apply-again.ts'
import type { Chosen } from './choose-deliveries.ts'
import type { ReplayEffects, ReplayedDelivery } from './replay-views.ts'

/** What applying once more did, or would do, by delivery and all together. */
export function sumUp(
  chosen: Chosen[],
  { results, made }: AppliedAgain,
): { deliveries: ReplayedDelivery[]; effects: ReplayEffects } {
  const deliveries = chosen.map((one) => replayedOf(one, results))
  const news = deliveries.flatMap(({ after }) => after ?? [])
  return {
    deliveries,
    effects: {
      messages: news.reduce((sum, { messages }) => sum + messages, 0),
      statuses: news.reduce((sum, { statuses }) => sum + statuses, 0),
      failed: deliveries.filter(({ result }) => result === 'failed').length,
      ...made,
    },
  }
}

function replayedOf(
  { id, receivedAt, state, outcome }: Chosen,
  results: AppliedAgain['results'],
): ReplayedDelivery {
  const kept = { id, receivedAt: toDate(receivedAt).toISOString(), state, before: outcome }
  const again = results.get(id)
  if (!again) return { ...kept, result: 'pending', after: null, error: null }
  if ('error' in again) return { ...kept, result: 'failed', after: null, error: again.error }
  const isNew = state === 'failed' || again.messages + again.statuses > 0
  return { ...kept, result: isNew ? 'changed' : 'same', after: again, error: null }
}
