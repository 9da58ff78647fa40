import type { SendContentInput, SendOutcome } from '../../adapter/send-content.ts'
import type { ChannelAdapter } from '../../adapter.ts'
import { credentialsOf } from '../../connection.ts'
import type { OutboundContent } from '../../content/message-content.ts'
import { dbOf } from '../../db.ts'
import { type Decision, mainReason } from '../../policy/decision.ts'
import { sayReason } from '../../policy/reason-words.ts'
import type { LoadedSend } from '../load-send.ts'
import { type FilesMissing, notThere } from '../missing-files.ts'
import { fileIdsOf, nameFiles } from '../name-files.ts'
import type { OutboxContext } from '../outbox-context.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import type { SendingNumber } from '../sending-number.ts'
import { decideLeaving } from './decide-leaving.ts'
import { type LoadedMessage, loadMessages } from './load-messages.ts'
import { notPrepared, notSent } from './not-sent.ts'
import { takeTemplates } from './take-templates.ts'

/** All that is needed to ask the provider; or what became of it without asking. And what the policy said, where it was asked. */
export type PreparedMessage = { decision: Decision | null } & (
  | { adapter: ChannelAdapter; input: SendContentInput; names: Map<string, string> }
  | { refused: SendOutcome | FilesMissing }
)

type Credentials = Record<string, unknown> | null

/**
 * Makes messages of one number ready, so that in their slots nothing is left but to ask the provider. Asks the policy once
 * more, because hours may have passed since they were queued.
 */
export async function prepareMessages(
  ctx: OutboxContext,
  adapter: ChannelAdapter | undefined,
  number: SendingNumber,
  messages: ReservedMessage[],
  now: Date,
): Promise<Map<string, PreparedMessage>> {
  const refuseAll = (refused: SendOutcome) =>
    new Map(messages.map(({ id }) => [id, { refused, decision: null }]))
  if (!adapter) {
    return refuseAll(notSent('provider_missing', `No provider "${number.providerKey}" is mounted.`, true))
  }
  try {
    const { tenantId, organizationId } = number
    const scope = { tenantId, organizationId }
    const [loaded, credentials] = await Promise.all([
      loadMessages(ctx, number, messages),
      credentialsOf(adapter, { scope, channel: number, resolve: ctx.resolve }),
    ])
    const decisions = await decideLeaving(ctx, adapter, number, messages, loaded, now)
    await takeTemplates(dbOf(ctx.em.fork()), ctx.encryption, scope, takenFrom(loaded, decisions))
    const prepared = messages.map(async (message) => {
      const send = loaded.get(message.id)!
      return [
        message.id,
        await prepareOne(ctx, adapter, send, decisions.get(message.id), credentials, now),
      ] as const
    })
    return new Map(await Promise.all(prepared))
  } catch (error) {
    return refuseAll(notPrepared(error))
  }
}

async function prepareOne(
  ctx: OutboxContext,
  adapter: ChannelAdapter,
  loaded: LoadedMessage,
  decision: Decision | undefined,
  credentials: Credentials,
  now: Date,
): Promise<PreparedMessage> {
  if ('refused' in loaded) return { refused: loaded.refused, decision: null }
  if (!decision) return { refused: notPrepared(new Error('Nothing was decided')), decision: null }
  const { inPlace: _, ...send } = loaded.send
  const content = formOf(loaded.send, decision)
  if (!content) return { refused: refusalOf(decision), decision }
  if (!credentials) {
    const refused = notSent('credentials_missing', 'The connection has no credentials.', false)
    return { refused, decision }
  }
  try {
    const named = await nameFiles(dbOf(ctx.em.fork()), send.scope, send.channel.channelId, content, now)
    if (!named) return { refused: notThere(fileIdsOf(content)), decision }
    const input = { ...send, content: named.content, credentials, resolve: ctx.resolve }
    return { adapter, input, names: named.names, decision }
  } catch (error) {
    return { refused: notPrepared(error, send.callbackData), decision }
  }
}

/** What leaves of it: as it was queued, or the template that was kept with plain words. Null: nothing. */
function formOf({ content, inPlace }: LoadedSend, { outcome, template }: Decision): OutboundContent | null {
  if (outcome === 'use_template' && template) return inPlace
  return outcome === 'allow' ? content : null
}

function takenFrom(loaded: Map<string, LoadedMessage>, decisions: Map<string, Decision>) {
  return [...decisions].flatMap(([id, decision]) => {
    const one = loaded.get(id)!
    const content = 'send' in one ? formOf(one.send, decision) : null
    return 'send' in one && content && content === one.send.inPlace ? [{ id, content }] : []
  })
}

function refusalOf(decision: Decision): SendOutcome {
  const reason = mainReason(decision)!
  const { sentence, action } = sayReason(reason)
  return notSent(reason.code, sentence, false, action)
}
