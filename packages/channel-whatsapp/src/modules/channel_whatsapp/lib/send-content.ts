import type {
  SendContentInput,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { z } from 'zod'
import { callGraph } from './graph/graph-client.ts'
import { messageBody } from './graph/message-body.ts'
import { sendFailure } from './graph/send-failure.ts'
import { DEFAULT_API_VERSION } from './provider.ts'

const access = z.object({ accessToken: z.string(), apiVersion: z.string().default(DEFAULT_API_VERSION) })
const accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })

/** Sends through Graph. An answer of 200 means accepted; whether it arrives is told by webhooks. */
export async function sendContent(input: SendContentInput): Promise<SendOutcome> {
  try {
    const body = messageBody(input, input.content)
    const path = `${input.channel.externalIdentifier}/messages`
    const answer = accepted.parse(await callGraph(access.parse(input.credentials), 'POST', path, body))
    return { outcome: 'sent', externalMessageId: answer.messages[0]!.id }
  } catch (failure) {
    return sendFailure(failure)
  }
}
