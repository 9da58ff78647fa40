import type { EntityManager } from '@mikro-orm/postgresql'
import type { PrepareContentInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type { TemplateRequest } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
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
  requireOfferAhead(content)
  return prepareTemplate(content, template)
}

/** Meta shows an offer that is over as over: nobody is written to for that. */
function requireOfferAhead({ parameters: { offerExpiresAt } }: TemplateRequest): void {
  if (!offerExpiresAt || Date.parse(offerExpiresAt) > Date.now()) return
  const sentence = 'The offer would be over already.'
  throw new ChannelError(422, 'template_parameters', sentence, 'Choose an end that is still to come.', {
    fieldErrors: { 'content.parameters.offerExpiresAt': sentence },
  })
}
