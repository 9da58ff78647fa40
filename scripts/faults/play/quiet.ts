import type { House } from '../processes/house.ts'
import { comesTrue } from '../until.ts'
import type { Meta } from './meta.ts'

/**
 * Nothing is done to it any more: waits until everything that was under way has come to its end.
 *
 * @returns what has not within the time; nothing when all has
 */
export async function comesToRest(
  { house, meta }: { house: House; meta: Meta },
  withinMs: number,
): Promise<string[]> {
  let left: string[] = []
  let restful = 0
  await comesTrue(
    async () => {
      left = await underWay(house, meta)
      // What Meta has just told may still start something.
      restful = left.length === 0 ? restful + 1 : 0
      return restful === 3
    },
    { withinMs, everyMs: 400 },
  )
  return left
}

async function underWay(house: House, meta: Meta): Promise<string[]> {
  await meta.hurry()
  const { deliveries } = await meta.counts()
  const untold = deliveries.made - deliveries.delivered - deliveries.dropped - deliveries.expired
  const [found] = await house.query<{
    journal: number
    outbox: number
    events: number
    batches: number
    files: number
  }>(
    `select (select count(*)::int from cc_webhook_deliveries where state = 'pending') as journal,
            (select count(*)::int from cc_external_messages where status in ('queued', 'sending')) as outbox,
            (select count(*)::int from cc_outgoing_events) as events,
            (select count(*)::int from cc_batches where state = 'running') as batches,
            (select count(*)::int from cc_media_files where state = 'waiting') as files`,
  )
  const { journal, outbox, events, batches, files } = found!
  return [
    ...(untold > 0 ? [`${untold} webhooks not acknowledged`] : []),
    ...(journal > 0 ? [`${journal} deliveries not applied`] : []),
    ...(outbox > 0 ? [`${outbox} messages not sent`] : []),
    ...(events > 0 ? [`${events} events not published`] : []),
    ...(batches > 0 ? [`${batches} batches not finished`] : []),
    ...(files > 0 ? [`${files} files not fetched`] : []),
  ]
}
