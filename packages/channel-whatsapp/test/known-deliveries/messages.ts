import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type { MessageEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { contents } from './content.ts'
import { type Facts, inSeconds, notKept, of, type Reading } from './reading.ts'

const context: Reading<MessageEvent> = {
  replyToMessageId: ({ replyToExternalId }) => replyToExternalId,
  forwarded: ({ context }) => context.forwarded === 'once',
  frequentlyForwarded: ({ context }) => context.forwarded === 'often',
  referral: ({ context: { referral } }) => ({
    source_type: referral?.sourceType,
    source_id: referral?.sourceId,
    source_url: referral?.sourceUrl,
    headline: referral?.headline,
    ctwa_clid: referral?.clickId,
  }),
}

export const messages: Reading<MessageEvent> = {
  ...context,
  ...contents,
  field: ({ origin, content }) =>
    origin === 'device' ? 'smb_message_echoes' : isPreference(content) ? 'user_preferences' : 'messages',
  direction: ({ direction }) => direction,
  messageId: ({ externalMessageId }) => externalMessageId,
  timestamp: ({ sentAt }) => inSeconds(sentAt),
  type: ({ content }, expected) => wireTypeOf(content, expected),
  /** Of a number that changed, they name the old one: the message is about the new. */
  from: ({ contact, formerly, direction }, expected) =>
    direction === 'inbound' ? (formerly?.phone ?? contact.phone)?.slice(1) : expected,
  fromUserId: ({ contact }) => contact.userId,
  to: ({ contact }) => contact.phone?.slice(1),
  toUserId: ({ contact }) => contact.userId,
  /** Of whole companies; a person's own id is enough. */
  toParentUserId: notKept,
  // Ours comes only from the contact who wrote, whose id is then known as well; theirs from the first.
  profileName: ({ contact }, expected) => contact.displayName ?? (contact.userId ? null : expected),
  waId: ({ contact }) => contact.phone?.slice(1),
  userId: (event) => (isPreference(event.content) ? event.contact.userId : null),
  category: ({ content }) => isPreference(content) && 'marketing_messages',
  value: (event) =>
    ({ marketing_stopped: 'stop', marketing_resumed: 'resume', marketing_signed_up: 'signup' })[
      of('system', event).kind as string
    ],
}

function wireTypeOf(content: MessageContent, expected: unknown): unknown {
  switch (content.type) {
    case 'reply':
      return content.kind === 'template_button' ? 'button' : 'interactive'
    case 'form_answer':
    case 'call_permission':
      return 'interactive'
    case 'unsupported':
      return (content.payload as Facts).type
    default:
      return expected === 'voice' ? 'audio' : content.type
  }
}

function isPreference(content: MessageContent): boolean {
  return content.type === 'system' && content.kind.startsWith('marketing_')
}
