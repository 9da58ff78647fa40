import type { SendContentInput, SendOutcome } from '../../adapter/send-content.ts'
import type { ChannelAdapter } from '../../adapter.ts'
import { messageContent, type OutboundContent } from '../../content/message-content.ts'
import { soundText, soundValues } from '../../sound-text.ts'
import { LOST_ANSWER } from '../lost-attempts.ts'

/**
 * Asks the provider and says which of the three outcomes it was. An adapter that throws has not said that
 * nothing went out, so that is `unknown`.
 */
export async function callAdapter(adapter: ChannelAdapter, input: SendContentInput): Promise<SendOutcome> {
  try {
    return soundOutcome(
      adapter.sendContent ? await adapter.sendContent(input) : await sendAsMessage(adapter, input),
    )
  } catch {
    return { outcome: 'unknown', error: LOST_ANSWER }
  }
}

/** The provider's words as they can be kept: an outcome that could not be recorded would end as `unknown`. */
function soundOutcome(outcome: SendOutcome): SendOutcome {
  if (outcome.outcome !== 'sent') return { ...outcome, error: soundValues(outcome.error) }
  const { content, ...sent } = outcome
  const read = messageContent.safeParse(content)
  return {
    ...sent,
    externalMessageId: soundText(sent.externalMessageId),
    ...(read.success ? { content: read.data as OutboundContent } : {}),
  }
}

/** For an adapter that has Open Mercato's contract alone: text. Other content is refused when it is queued. */
async function sendAsMessage(adapter: ChannelAdapter, input: SendContentInput): Promise<SendOutcome> {
  if (input.content.type !== 'text') throw new Error('This adapter sends text alone')
  const body = input.content.text
  const native = await adapter.convertOutbound({ body, bodyFormat: 'text' })
  const result = await adapter.sendMessage({
    conversationId: input.recipient.phone ?? input.recipient.userId ?? undefined,
    content: native.content,
    credentials: input.credentials,
    scope: input.scope,
    metadata: { ...native.metadata, callbackData: input.callbackData },
  })
  if (result.status !== 'failed') return { outcome: 'sent', externalMessageId: result.externalMessageId }
  return {
    outcome: 'not_sent',
    retryable: false,
    retryAfterMs: null,
    error: {
      code: 'provider_refused',
      message: result.error ?? 'The provider refused the message.',
      action: null,
    },
  }
}
