import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { z } from 'zod'
import { readCallPermission } from './call-permission.ts'
import { readFormAnswer } from './form-answer.ts'
import { readButtonReply, readListReply } from './reply.ts'

const interactive = z.looseObject({ type: z.string() })

const ANSWERS = new Map<string, (part: unknown) => MessageContent | null>([
  ['button_reply', readButtonReply],
  ['list_reply', readListReply],
  ['nfm_reply', readFormAnswer],
  ['call_permission_reply', readCallPermission],
])

/** What the customer answered to something to tap. */
export function readInteractive(part: unknown): MessageContent | null {
  const { data } = interactive.safeParse(part)
  return (data && ANSWERS.get(data.type)?.(data[data.type])) ?? null
}
