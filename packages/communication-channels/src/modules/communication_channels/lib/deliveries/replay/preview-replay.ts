import { dbOf } from '../../db.ts'
import { notFound } from '../../errors.ts'
import { endsProcesses, NOT_READ_HERE, refuseWhatEndsProcesses } from '../ends-processes.ts'
import { applyAgain, type ReplayContext } from './apply-again.ts'
import { chooseInSpan, chooseNamed, countInSpan, firstOf } from './choose-deliveries.ts'
import { MAX_REPLAYED_AT_ONCE, type ReplayPreview, type ReplayRequest } from './replay-views.ts'
import { sumUp } from './sum-up.ts'

/** Of bodies that are tried together: others who work on the same customers wait as long. */
const TRIED_BYTES = 2 * 1024 * 1024

/**
 * What a replay would change. It is worked out by applying the deliveries and rolling that back; of many, or very long
 * ones, the oldest are tried, and it says how many those are. What has ended a process is not tried.
 *
 * @throws 404 where the organisation has none of the named ones; 422 where one of them has ended a process
 */
export async function previewReplay(ctx: ReplayContext, request: ReplayRequest): Promise<ReplayPreview> {
  const db = dbOf(ctx.em.fork())
  const isNamed = 'ids' in request
  const chosen = isNamed
    ? await chooseNamed(db, ctx.scope, request.ids)
    : await chooseInSpan(db, ctx.scope, request, null, MAX_REPLAYED_AT_ONCE)
  if (isNamed && chosen.length === 0) throw notFound('delivery')
  if (isNamed) refuseWhatEndsProcesses(chosen)
  const tried = firstOf(chosen, TRIED_BYTES)
  const applied = await applyAgain(
    ctx,
    tried.filter((one) => !endsProcesses(one)).map(({ id }) => id),
    'try',
  )
  for (const { id } of tried.filter(endsProcesses)) applied.results.set(id, { error: NOT_READ_HERE })
  return {
    total: isNamed ? chosen.length : await countInSpan(db, ctx.scope, request),
    tried: tried.length,
    ...sumUp(tried, applied),
  }
}
