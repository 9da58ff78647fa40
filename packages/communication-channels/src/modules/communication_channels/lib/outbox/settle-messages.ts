import { z } from 'zod'
import type { SettleMessagesInput } from '../../data/validators.ts'
import type { Author } from '../author.ts'
import { liveConversationId } from '../conversations/hold-conversation.ts'
import { dbOf, toDate } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { exactHash } from '../exact-hash.ts'
import { atMost } from '../files/at-most.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../nudge.ts'
import { storedIntent } from '../policy/read-intent.ts'
import { askPolicy } from './ask-policy.ts'
import { enqueue } from './enqueue.ts'
import { PRIORITIES, standardPriority } from './lane.ts'
import { SETTLED_MEANWHILE, settleRefusal } from './may-settle.ts'
import { loadTarget, type QueueContext } from './send-target.ts'
import { type AskedAbout, loadAskedAbout, markSettled, openOutbound } from './unknown-message.ts'

export const settledMessages = z.object({
  settled: z.array(
    z.object({
      messageId: z.uuid(),
      as: z.enum(['resend', 'leave']),
      newMessageId: z.uuid().nullable(),
    }),
  ),
  skipped: z.array(z.object({ messageId: z.uuid(), code: z.string(), error: z.string() })),
})
export type SettledMessages = z.infer<typeof settledMessages>
type Settled = { newMessageId: string | null }

/** Different people's at the same time; of one person one after the other, so that they arrive in their order. */
const AT_ONCE = 4

const UNKNOWN_HERE = new ChannelError(404, 'not_found', 'This message does not exist.', 'Check the list.')

/**
 * What a person decided about messages of which nobody knows whether they went out. One that is sent again is a new
 * message; the old one stays what it is until a status tells. Asked for twice, the answer is the same.
 */
export async function settleMessages(
  ctx: QueueContext,
  { messageIds, as, author }: SettleMessagesInput,
): Promise<SettledMessages> {
  const asked = await loadAskedAbout(dbOf(ctx.em.fork()), ctx.scope, messageIds)
  const ends = new Map<string, Settled | ChannelError>()
  if (as === 'leave') await leaveAll(ctx, asked, author, ends)
  else {
    const threads = [...Map.groupBy(asked, ({ conversationId }) => conversationId).values()]
    const inTurn = atMost(AT_ONCE)
    await Promise.all(
      threads.map((messages) =>
        inTurn(async () => {
          for (const message of messages) ends.set(message.id, await tryResend(ctx, message, author))
        }),
      ),
    )
  }
  nudge(OUTGOING_EVENTS_QUEUE)
  return answer(messageIds, as, ends)
}

async function leaveAll(
  ctx: QueueContext,
  asked: AskedAbout[],
  author: Author | null,
  ends: Map<string, Settled | ChannelError>,
): Promise<void> {
  const refusals = new Map(asked.map((message) => [message.id, settleRefusal(message, ctx.now)]))
  const ids = asked.flatMap(({ id }) => (refusals.get(id) ? [] : [id]))
  const settlement = { as: 'left', by: author?.userId ?? null, at: ctx.now } as const
  const left = await ctx.em.fork().transactional((tx) => markSettled(dbOf(tx), ctx.scope, ids, settlement))
  for (const { id, settledAs } of asked) {
    const isLeft = settledAs === 'left' || left.includes(id)
    ends.set(id, isLeft ? { newMessageId: null } : (refusals.get(id) ?? SETTLED_MEANWHILE))
  }
}

async function tryResend(
  ctx: QueueContext,
  message: AskedAbout,
  author: Author | null,
): Promise<Settled | ChannelError> {
  if (message.resentAs) return { newMessageId: message.resentAs }
  const refusal = settleRefusal(message, ctx.now)
  if (refusal) return refusal
  try {
    return { newMessageId: await resend(ctx, message, author) }
  } catch (thrown) {
    if (thrown instanceof ChannelError) return thrown
    throw thrown
  }
}

/** On the lane of the old one: many that are sent again after an outage are held to the limits of their kind. */
async function resend(ctx: QueueContext, message: AskedAbout, author: Author | null): Promise<string> {
  const { scope } = ctx
  const conversationId = await liveConversationId(dbOf(ctx.em.fork()), scope, message.conversationId)
  const [target, opened] = await Promise.all([
    loadTarget(ctx, conversationId),
    openOutbound(ctx.encryption, scope, message),
  ])
  const asked = storedIntent(opened.content, message)
  const { decision, purpose } = await askPolicy(ctx, target, asked, null)
  const lane = message.lane ?? 'person'
  const key = `resend:${message.id}`
  const outgoing = {
    ...{ conversationId, ...opened, author, lane, scheduledAt: null, resendOf: message.id },
    priority: PRIORITIES[message.priority] ?? standardPriority(lane),
    replyToExternalId: message.replyToExternalId,
    idempotencyKey: key,
    ...{ requestedAt: toDate(message.requestedAt), decision, purpose, notification: message.notification },
    requestHash: exactHash(key, `${scope.tenantId}:send_request`),
  }
  const settlement = { as: 'resent', by: author?.userId ?? null, at: ctx.now } as const
  const { id } = await enqueue(ctx, target, outgoing, async (db) => {
    const settled = await markSettled(db, scope, [message.id], settlement)
    if (settled.length === 0) throw SETTLED_MEANWHILE
  })
  return id
}

function answer(
  messageIds: string[],
  as: SettleMessagesInput['as'],
  ends: Map<string, Settled | ChannelError>,
): SettledMessages {
  const settled: SettledMessages['settled'] = []
  const skipped: SettledMessages['skipped'] = []
  for (const messageId of messageIds) {
    const end = ends.get(messageId) ?? UNKNOWN_HERE
    if (end instanceof ChannelError) skipped.push({ messageId, code: end.code, error: end.message })
    else settled.push({ messageId, as, ...end })
  }
  return { settled, skipped }
}
