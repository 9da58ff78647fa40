// How fast a backlog is worked off by the worker's own functions, one worker. Nothing else runs in this process.
import { processDeliveries } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/process-deliveries'
import { workLanes } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/work-lanes'
import { BACKLOGS, type DrainResult, openJournal } from './parts/backlog.ts'
import { say } from './parts/within-child.ts'

const { em, encryption, fill, stop } = await openJournal()
const results: DrainResult[] = []
for (const backlog of BACKLOGS) {
  await fill(backlog)
  const before = await stored()
  const startedAt = performance.now()
  await workLanes(async () => {
    while ((await processDeliveries({ em, encryption, now: new Date() })) > 0);
  })
  const seconds = (performance.now() - startedAt) / 1000
  results.push({ ...backlog, stored: (await stored()) - before, seconds })
}
await stop()
say(results)

async function stored(): Promise<number> {
  const [row] = await em
    .fork()
    .execute<{ n: number }[]>('select count(*)::int as n from cc_external_messages')
  return row!.n
}
