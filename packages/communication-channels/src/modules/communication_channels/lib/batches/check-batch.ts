import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { findChannel } from '../channels/channel-address.ts'
import { isIntegrationEnabled } from '../connection.ts'
import { dbOf } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { findAddress } from '../outbox/conversation-address.ts'
import { prepareContent } from '../outbox/prepare-content.ts'
import type { QueueContext, SendTarget } from '../outbox/send-target.ts'
import { type BatchContent, personalContent } from './personal-content.ts'
import type { ReadRecipient } from './read-recipients.ts'

export type BatchChannel = Pick<SendTarget, 'adapter' | 'channel'>

/**
 * The number that is to write.
 *
 * @throws ChannelError 422 where it is not the organisation's, or is switched off
 */
export async function batchChannel(ctx: QueueContext, channelId: string): Promise<BatchChannel> {
  const found = await findChannel(dbOf(ctx.em.fork()), ctx.scope, channelId)
  const adapter = found && getChannelAdapter(found.providerKey)
  if (!found || !adapter)
    throw refusal('channel_unknown', 'This number is not yours.', 'Choose one of your numbers.')
  const isOn = found.isEnabled && (await isIntegrationEnabled(ctx.resolve, found.providerKey, ctx.scope))
  if (!isOn)
    throw refusal(
      'channel_disabled',
      'This number is switched off.',
      'Choose another number, or switch it on.',
    )
  return { adapter, channel: found.channel }
}

function refusal(code: string, sentence: string, action: string): ChannelError {
  return new ChannelError(422, code, sentence, action, { fieldErrors: { channelId: sentence } })
}

const SAMPLE = 3

/**
 * What would be refused for everybody is refused at once: where the first few would all get the same refusal, nobody
 * else would fare better. Unless it is about parameters, and people have their own: the next one's may be right.
 */
export async function checkSample(
  ctx: QueueContext,
  { adapter, channel }: BatchChannel,
  content: BatchContent,
  recipients: ReadRecipient[],
): Promise<void> {
  const refusals: ChannelError[] = []
  const isPersonal = recipients.some(({ parameters }) => parameters)
  for (const recipient of recipients.filter(({ error }) => !error).slice(0, SAMPLE)) {
    const target = { adapter, channel, recipient: await wireOf(ctx, recipient) }
    try {
      await prepareContent(ctx, target, personalContent(content, recipient.parameters ?? null))
      return
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error
      if (isPersonal && isAboutParameters(error)) return
      refusals.push(error)
    }
  }
  const [first] = refusals
  if (first && refusals.every(({ code }) => code === first.code)) throw first
}

function isAboutParameters({ body }: ChannelError): boolean {
  const { fieldErrors = {} } = body as { fieldErrors?: Record<string, string> }
  return Object.keys(fieldErrors).some((path) => path.startsWith('content.parameters'))
}

async function wireOf(
  ctx: QueueContext,
  { conversationId, phone }: ReadRecipient,
): Promise<SendTarget['recipient']> {
  const address = conversationId
    ? await findAddress(dbOf(ctx.em.fork()), ctx.encryption, ctx.scope, conversationId)
    : null
  return address?.recipient ?? { phone, userId: null }
}
