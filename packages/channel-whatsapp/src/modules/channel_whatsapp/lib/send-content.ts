import type {
  SendContentInput,
  SendHold,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { z } from 'zod'
import { inWords } from './errors/describe-error.ts'
import type { ErrorName } from './errors/known-error.ts'
import { graphAccessOf } from './graph/graph-access.ts'
import { callGraph } from './graph/graph-client.ts'
import { messageBody } from './graph/message-body.ts'
import { needsReauthorisation, sendFailure } from './graph/send-failure.ts'
import { refusedWithoutPhone } from './phone-required.ts'
import { requireReauthorisation } from './reauthorisation.ts'
import { prepareAnew } from './templates/resync/prepare-anew.ts'

const accepted = z.object({
  messages: z.array(z.object({ id: z.string().min(1), message_status: z.unknown().optional() })).min(1),
})

const HOLDS = new Map<unknown, SendHold>([
  ['held_for_quality_assessment', 'quality_assessment'],
  ['paused', 'paused'],
])

/** The lease of a sender is 40 seconds, and a call may take half of that: later than this there is no time for another. */
const ONCE_MORE_WITHIN_MS = 15_000

/**
 * Sends through Graph. An answer of 200 means accepted; whether it arrives is told by webhooks. A template that Meta does
 * not have as we took it for is read anew, and where the message fits it as it is now it goes out once more.
 */
export async function sendContent(input: SendContentInput): Promise<SendOutcome> {
  const refused = await refusedWithoutPhone(input)
  if (refused) return refused
  const { content } = input
  const begun = performance.now()
  try {
    return await post(input, content)
  } catch (failure) {
    if (content.type !== 'template') return failed(input, failure)
    const anew = await prepareAnew(input, content, failure)
    const isLate = performance.now() - begun > ONCE_MORE_WITHIN_MS
    if (!anew.content || isLate) return failed(input, failure, anew.change)
    return post(input, anew.content).catch((second: unknown) => failed(input, second))
  }
}

async function post(input: SendContentInput, content: OutboundContent): Promise<SendOutcome> {
  const body = messageBody(input, content)
  const path = `${input.channel.externalIdentifier}/messages`
  const answer = await callGraph(graphAccessOf.parse(input.credentials), 'POST', path, body)
  const { id, message_status } = accepted.parse(answer).messages[0]!
  return { outcome: 'sent', externalMessageId: id, hold: HOLDS.get(message_status) ?? null }
}

/** @param change what is different about the template, which says more than Meta's refusal */
async function failed(
  input: SendContentInput,
  failure: unknown,
  change: ErrorName | null = null,
): Promise<SendOutcome> {
  if (needsReauthorisation(failure)) await requireReauthorisation(input)
  const outcome = sendFailure(failure, input.attempt)
  if (!change) return outcome
  const { code, message, action } = inWords(change, null, null)
  return { ...outcome, error: { ...outcome.error, code, message, action } }
}
