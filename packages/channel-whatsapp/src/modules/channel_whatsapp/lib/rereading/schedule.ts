import type { AppContainer } from '@open-mercato/shared/lib/di/container'

export const REREADING_QUEUE = 'channel-whatsapp-rereading'

/** The part of the host's scheduler that is used; a host without one reads connections when somebody asks for it. */
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

/**
 * Looks every minute whether a connection is due to be read; each is once a day (`next-read.ts`). When is kept with the
 * connection, so a restart asks for nothing. Idempotent.
 */
export async function registerRereading(container: AppContainer): Promise<void> {
  if (!container.hasRegistration('schedulerService')) return
  await container.resolve<Scheduler>('schedulerService').register({
    id: '01990000-0000-7000-8000-0000000000b1',
    name: 'Read WhatsApp connections again',
    scopeType: 'system',
    scheduleType: 'interval',
    scheduleValue: '1m',
    targetType: 'queue',
    targetQueue: REREADING_QUEUE,
    sourceType: 'module',
    sourceModule: 'channel_whatsapp',
    isEnabled: true,
  })
}
