import type { EntityManager } from '@mikro-orm/postgresql'
import type {
  SendContentInput,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { inWords } from './errors/describe-error.ts'
import { needsPhone } from './templates/one-time-code.ts'
import { findTemplate } from './templates/template-statements.ts'

const logger = createLogger('channel_whatsapp.send')

const PHONE_REQUIRED = inWords('phone_required', null, null)

export function phoneRequired(): ChannelError {
  const { code, message, action } = PHONE_REQUIRED
  return new ChannelError(422, code, message, action)
}

/**
 * Hours may lie between asking and sending, in which a customer can have hidden their number. Where the template
 * cannot be looked up the message goes its way: Meta refuses it too (131062).
 */
export async function refusedWithoutPhone(input: SendContentInput): Promise<SendOutcome | null> {
  const { recipient, content, scope, channel, resolve } = input
  if (recipient.phone || content.type !== 'template') return null
  try {
    const db = dbOf(resolve<EntityManager>('em').fork())
    const template = await findTemplate(db, scope, channel.connectionId, content.name, content.language)
    if (!template || !needsPhone(template)) return null
    return { outcome: 'not_sent', error: PHONE_REQUIRED, retryable: false, retryAfterMs: null }
  } catch (err) {
    logger.warn('a template could not be looked up before sending', { err })
    return null
  }
}
