import { dbOf } from '../../db.ts'
import { notFound } from '../../errors.ts'
import { refuseWhatEndsProcesses } from '../ends-processes.ts'
import { applyAgain, type ReplayContext } from './apply-again.ts'
import { type Chosen, chooseNamed, firstOf } from './choose-deliveries.ts'
import type { ReplayEffects, ReplayedDelivery } from './replay-views.ts'
import { sumUp } from './sum-up.ts'

/** Of bodies that are applied in one transaction. */
export const TOGETHER_BYTES = 1024 * 1024

/**
 * Applies the named deliveries once more, now, oldest first.
 *
 * @throws 404 where the organisation has none of them; 422 where one of them has ended a process
 */
export async function replayNamed(
  ctx: ReplayContext,
  ids: string[],
): Promise<{ deliveries: ReplayedDelivery[]; effects: ReplayEffects }> {
  const chosen = await chooseNamed(dbOf(ctx.em.fork()), ctx.scope, ids)
  if (chosen.length === 0) throw notFound('delivery')
  refuseWhatEndsProcesses(chosen)
  const deliveries: ReplayedDelivery[] = []
  const effects = { messages: 0, statuses: 0, raised: 0, contacts: 0, conversations: 0, failed: 0 }
  for (let rest: Chosen[] = chosen; rest.length > 0; ) {
    const together = firstOf(rest, TOGETHER_BYTES)
    rest = rest.slice(together.length)
    const applied = await applyAgain(
      ctx,
      together.map(({ id }) => id),
      'keep',
    )
    const sum = sumUp(together, applied)
    deliveries.push(...sum.deliveries)
    for (const key of Object.keys(effects) as (keyof ReplayEffects)[]) effects[key] += sum.effects[key]
  }
  return { deliveries, effects }
}
