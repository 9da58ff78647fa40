import { describeFailure } from '@open-mercato/communication-channels/modules/communication_channels/lib/describe-failure'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { eventsConfig } from '../../events.ts'

const logger = createLogger('channel_whatsapp.templates')

/** Tells open pages that templates of a connection are not what they were. Called after the commit; never throws. */
export async function tellTemplatesChanged(
  { tenantId, organizationId }: Scope,
  connectionId: string,
): Promise<void> {
  try {
    await eventsConfig.emit('channel_whatsapp.templates.changed', { connectionId, tenantId, organizationId })
  } catch (error) {
    logger.warn('changed templates could not be told about', { connectionId, reason: describeFailure(error) })
  }
}
