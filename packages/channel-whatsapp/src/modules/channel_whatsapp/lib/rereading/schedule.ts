import { registerSchedule } from '@open-mercato/communication-channels/modules/communication_channels/lib/sweeps'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { TEMPLATE_REREADS_QUEUE, TEMPLATE_SYNCS_QUEUE } from '../templates/sync/queues.ts'

export const REREADING_QUEUE = 'channel-whatsapp-rereading'

const SCHEDULES = [
  {
    id: '01990000-0000-7000-8000-0000000000d1',
    name: 'Read WhatsApp connections again',
    queue: REREADING_QUEUE,
  },
  {
    id: '01990000-0000-7000-8000-0000000000d2',
    name: 'Take up syncs of WhatsApp templates',
    queue: TEMPLATE_SYNCS_QUEUE,
  },
  {
    id: '01990000-0000-7000-8000-0000000000d3',
    name: 'Read WhatsApp templates again that Meta told about',
    queue: TEMPLATE_REREADS_QUEUE,
  },
]

/**
 * Looks every minute whether a connection is due to be read, each once a day (`next-read.ts`), and whether something of
 * its templates was cut off. When is kept with the rows, so a restart asks for nothing. Idempotent.
 */
export async function registerRereading(container: AppContainer): Promise<void> {
  for (const schedule of SCHEDULES) {
    await registerSchedule(container, { ...schedule, every: '1m', module: 'channel_whatsapp' })
  }
}
