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
import { requestGraph } from './graph/graph-client.ts'
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

/**
 * After it the sender's lease may end, and a person may have the message sent again (`promptness.ts` of the hub leaves the
 * provider half of 40 seconds): whatever is asked of Meta is answered by then, or given up.
 */
const ANSWERED_WITHIN_MS = 20_000
/** A second attempt begins only while it can still be answered. */
const ONCE_MORE_WITHIN_MS = 10_000

/**
 * Sends through Graph. An answer of 200 means accepted; whether it arrives is told by webhooks. A template that Meta does
 * not have as we took it for is read anew, and where the message fits it as it is now it goes out once more.
 */
export async function sendContent(input: SendContentInput): Promise<SendOutcome> {
  const refused = await refusedWithoutPhone(input)
  if (refused) return refused
  const { content } = input
  const elapsed = startClock()
  try {
    return await post(input, content, ANSWERED_WITHIN_MS)
  } catch (failure) {
    if (content.type !== 'template' || elapsed() > ONCE_MORE_WITHIN_MS) return failed(input, failure)
    const anew = await prepareAnew(input, content, failure)
    if (anew.isToBeDecided) return decidedAgain(await failed(input, failure))
    const passed = elapsed()
    if (!anew.content || passed > ONCE_MORE_WITHIN_MS) return failed(input, failure, anew.change)
    return postAnew(input, anew.content, ANSWERED_WITHIN_MS - passed)
  }
}

/** The thread shows what left, and not what was refused. */
async function postAnew(
  input: SendContentInput,
  content: OutboundContent,
  timeoutMs: number,
): Promise<SendOutcome> {
  try {
    const outcome = await post(input, content, timeoutMs)
    return outcome.outcome === 'sent' ? { ...outcome, content } : outcome
  } catch (failure) {
    return failed(input, failure)
  }
}

/** Milliseconds from now on. Both clocks run on through a suspension on some machine, and neither on all. */
function startClock(): () => number {
  const [monotonic, wall] = [performance.now(), Date.now()]
  return () => Math.max(performance.now() - monotonic, Date.now() - wall)
}

/** The next attempt begins with the policy, which then knows the template as it is now. */
function decidedAgain(refused: SendOutcome): SendOutcome {
  if (refused.outcome !== 'not_sent') return refused
  return { ...refused, retryable: true, retryAfterMs: null }
}

async function post(
  input: SendContentInput,
  content: OutboundContent,
  timeoutMs: number,
): Promise<SendOutcome> {
  const body = messageBody(input, content)
  const path = `${input.channel.externalIdentifier}/messages`
  const access = graphAccessOf.parse(input.credentials)
  const answer = await requestGraph(access, { method: 'POST', path, body, timeoutMs: Math.round(timeoutMs) })
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
