import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import {
  BATCHES_QUEUE,
  CONSENT_IMPORTS_QUEUE,
  CONSENTS_QUEUE,
  FILES_QUEUE,
  INGEST_QUEUE,
  OUTBOX_QUEUE,
  OUTGOING_EVENTS_QUEUE,
  REPLAYS_QUEUE,
  UPLOADS_QUEUE,
} from './nudge.ts'

/** The part of the host's scheduler that is used; a host without one relies on nudges, and on people. */
interface Scheduler {
  register(schedule: {
    id: string
    name: string
    scopeType: 'system'
    scheduleType: 'interval'
    scheduleValue: string
    targetType: 'queue'
    targetQueue: string
    sourceType: 'module'
    sourceModule: string
    isEnabled: boolean
  }): Promise<unknown>
}

const SWEEPS = [
  { id: '01990000-0000-7000-8000-0000000000a1', queue: INGEST_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000a2', queue: OUTBOX_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000a3', queue: OUTGOING_EVENTS_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000a4', queue: FILES_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000a5', queue: UPLOADS_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000b1', queue: REPLAYS_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000a6', queue: BATCHES_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000c1', queue: CONSENTS_QUEUE },
  { id: '01990000-0000-7000-8000-0000000000c2', queue: CONSENT_IMPORTS_QUEUE },
]

/**
 * Work is woken by a nudge as it arrives. A nudge can be lost (a process dies between its commit and the
 * nudge), so every few seconds each kind of work is looked for all the same. Idempotent.
 */
export async function registerSweeps(container: AppContainer): Promise<void> {
  for (const { id, queue } of SWEEPS) {
    await registerSchedule(container, {
      id,
      queue,
      name: `Sweep ${queue}`,
      every: '5s',
      module: 'communication_channels',
    })
  }
}

/**
 * Has a job put into a queue again and again, for all tenants. Idempotent by its id; nothing where the host has no
 * scheduler.
 *
 * @param schedule.every as the host's scheduler writes an interval: `5s`, `1m`
 */
export async function registerSchedule(
  container: AppContainer,
  { id, name, every, queue, module }: Record<'id' | 'name' | 'every' | 'queue' | 'module', string>,
): Promise<void> {
  if (!container.hasRegistration('schedulerService')) return
  await container.resolve<Scheduler>('schedulerService').register({
    id,
    name,
    scopeType: 'system',
    scheduleType: 'interval',
    scheduleValue: every,
    targetType: 'queue',
    targetQueue: queue,
    sourceType: 'module',
    sourceModule: module,
    isEnabled: true,
  })
}
