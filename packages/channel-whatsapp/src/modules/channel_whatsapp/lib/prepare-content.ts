import type { EntityManager } from '@mikro-orm/postgresql'
import type { PrepareContentInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { checkContent } from './content/check-content.ts'
import { phoneRequired } from './phone-required.ts'
import { needsPhone } from './templates/one-time-code.ts'
import { prepareTemplate } from './templates/prepare-template.ts'
import { findTemplate } from './templates/template-statements.ts'

/**
 * Refuses here what Meta would refuse later.
 *
 * @throws ChannelError 422: `content_invalid`, `phone_required`, `template_*`
 */
export async function prepareContent(input: PrepareContentInput): Promise<OutboundContent> {
  const { scope, channel, recipient, content, resolve } = input
  checkContent(content)
  if (content.type !== 'template') return content
  const db = dbOf(resolve<EntityManager>('em').fork())
  const template = await findTemplate(db, scope, channel.connectionId, content.name, content.language)
  if (template && needsPhone(template) && !recipient.phone) throw phoneRequired()
  return prepareTemplate(content, template)
}
