import type {
  SendContentInput,
  SendHold,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import { z } from 'zod'
import { graphAccessOf } from './graph/graph-access.ts'
import { callGraph } from './graph/graph-client.ts'
import { messageBody } from './graph/message-body.ts'
import { needsReauthorisation, sendFailure } from './graph/send-failure.ts'
import { refusedWithoutPhone } from './phone-required.ts'
import { requireReauthorisation } from './reauthorisation.ts'

const accepted = z.object({
  messages: z.array(z.object({ id: z.string().min(1), message_status: z.unknown().optional() })).min(1),
})

const HOLDS = new Map<unknown, SendHold>([
  ['held_for_quality_assessment', 'quality_assessment'],
  ['paused', 'paused'],
])

/** Sends through Graph. An answer of 200 means accepted; whether it arrives is told by webhooks. */
export async function sendContent(input: SendContentInput): Promise<SendOutcome> {
  const refused = await refusedWithoutPhone(input)
  if (refused) return refused
  try {
    const body = messageBody(input, input.content)
    const path = `${input.channel.externalIdentifier}/messages`
    const answer = await callGraph(graphAccessOf.parse(input.credentials), 'POST', path, body)
    const { id, message_status } = accepted.parse(answer).messages[0]!
    return { outcome: 'sent', externalMessageId: id, hold: HOLDS.get(message_status) ?? null }
  } catch (failure) {
    if (needsReauthorisation(failure)) await requireReauthorisation(input)
    return sendFailure(failure, input.attempt)
  }
}
