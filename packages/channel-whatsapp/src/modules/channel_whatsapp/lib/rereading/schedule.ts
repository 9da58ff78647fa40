import { registerSchedule } from '@open-mercato/communication-channels/modules/communication_channels/lib/sweeps'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'

export const REREADING_QUEUE = 'channel-whatsapp-rereading'

/**
 * Looks every minute whether a connection is due to be read; each is once a day (`next-read.ts`). When is kept with the
 * connection, so a restart asks for nothing. Idempotent.
 */
export function registerRereading(container: AppContainer): Promise<void> {
  return registerSchedule(container, {
    id: '01990000-0000-7000-8000-0000000000b1',
    name: 'Read WhatsApp connections again',
    every: '1m',
    queue: REREADING_QUEUE,
    module: 'channel_whatsapp',
  })
}
