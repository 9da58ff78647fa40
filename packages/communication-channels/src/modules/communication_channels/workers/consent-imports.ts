import type { QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { workImports } from '../lib/consent/import/run/work-imports.ts'
import { CONSENT_IMPORTS_QUEUE } from '../lib/nudge.ts'
import { workOffAndTell } from '../lib/work-off.ts'
import { type WorkerContext, workerServices } from '../lib/worker-services.ts'

export const metadata: WorkerMeta = {
  queue: CONSENT_IMPORTS_QUEUE,
  id: 'communication_channels:consent-imports',
  concurrency: 1,
}

/** Checks lists of consents and records what was found sound in them. The job itself carries nothing. */
export default async function consentImports(_job: QueuedJob, ctx: WorkerContext): Promise<void> {
  const services = await workerServices(ctx)
  await workOffAndTell(CONSENT_IMPORTS_QUEUE, () => workImports(services))
}
