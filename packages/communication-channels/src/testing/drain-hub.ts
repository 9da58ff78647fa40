import type { EntityManager } from '@mikro-orm/postgresql'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { workBatches } from '../modules/communication_channels/lib/batches/work-batches.ts'
import { workImports } from '../modules/communication_channels/lib/consent/import/run/work-imports.ts'
import { workConsentTasks } from '../modules/communication_channels/lib/consent/tasks/work-tasks.ts'
import { replayStep } from '../modules/communication_channels/lib/deliveries/replay/replay-step.ts'
import type { TenantEncryptionService } from '../modules/communication_channels/lib/encryption-service.ts'
import { type EventBus, publishEvents } from '../modules/communication_channels/lib/events/publish-events.ts'
import { fetchLink } from '../modules/communication_channels/lib/files/link/fetch-link.ts'
import { receiveFile } from '../modules/communication_channels/lib/files/receive/receive-files.ts'
import { tenantTurns } from '../modules/communication_channels/lib/files/receive/tenant-turns.ts'
import { uploadFiles } from '../modules/communication_channels/lib/files/upload/upload-files.ts'
import { processDeliveries } from '../modules/communication_channels/lib/ingest/process-deliveries.ts'
import { sendMessages } from '../modules/communication_channels/lib/outbox/send-messages.ts'

/** Does what the hub's workers do, in this call, until nothing is left. For tests, which then need not wait. */
export async function drainHub(
  host: { createContainer(): AppContainer },
  asked: () => Date = () => new Date(),
): Promise<void> {
  const now = runningOn(asked)
  const container = host.createContainer()
  const em = container.resolve<EntityManager>('em')
  const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
  const resolve = <T>(name: string) => container.resolve<T>(name)
  const turns = tenantTurns()
  for (let worked = 1; worked > 0; ) {
    worked = await processDeliveries({ em, encryption, now: now() })
    worked += await replayStep({ em, encryption, now: now() })
    worked += await receiveFile({ em, encryption, resolve, turns, now, random: () => 0 })
    worked += await workConsentTasks({ em, encryption, resolve, now, fetchLink })
    worked += await workBatches({ em, encryption, resolve, now, fetchLink })
    worked += await workImports({ em, encryption, now })
    worked += await uploadFiles({ em, encryption, resolve, now, random: () => 0 })
    worked += await sendMessages({ em, encryption, resolve, now, random: () => 0 })
    worked += await publishEvents(em, container.resolve<EventBus>('eventBus'))
  }
}

/** A time that stands still goes on while it is worked: else what one worker puts off to now is never due to the next. */
function runningOn(asked: () => Date): () => Date {
  const [start, began] = [asked().getTime(), performance.now()]
  return () => new Date(Math.max(asked().getTime(), start + (performance.now() - began)))
}
