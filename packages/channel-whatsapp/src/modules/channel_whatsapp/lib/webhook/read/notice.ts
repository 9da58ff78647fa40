import type { SystemContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/notices'
import type {
  ContactIdentity,
  MessageEvent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { Change } from './change.ts'

/** A user id is new once, so that it names the notice, by whichever of its tellings that comes. */
export function userIdNoticeId(current: string): string {
  return `user_id:${current}`
}

/** Something that Meta tells about a person. It has no id of Meta's; one of our making is the same each time. */
export function noticeFor(
  { address }: Change,
  contact: ContactIdentity,
  sentAt: Date,
  notice: { externalMessageId: string; content: SystemContent },
): MessageEvent {
  return {
    kind: 'message',
    ...address,
    ...notice,
    direction: 'inbound',
    origin: 'live',
    contact,
    sentAt,
    context: {},
    replyToExternalId: null,
    opensWindow: false,
    status: null,
  }
}
