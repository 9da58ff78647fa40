import { authorOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/author'
import { templateParameters } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  ChannelError,
  notFound,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { requestedBefore } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/earlier-request'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import {
  requireScope,
  type Scope,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { z } from 'zod'
import type { ProviderContext } from '../provider-context.ts'

export const testSendBody = z.strictObject({
  /** The number that writes. */
  channelId: z.uuid(),
  /** A phone number, of one's own or of somebody who agreed. */
  to: z.string().trim().min(1).max(40),
  parameters: templateParameters.default({}),
})
export type TestSend = z.infer<typeof testSendBody>

export const testSent = z.object({ messageId: z.uuid(), conversationId: z.uuid() })

/**
 * Sends a template as anybody would: through the hub, whose policy, outbox and history hold for it. What the policy refuses
 * comes back with its reason, and with the conversation in which consent can be recorded. The same key with the same
 * request gives the first answer again.
 *
 * @throws ChannelError 409, 422
 */
export async function sendTest(
  ctx: ProviderContext,
  templateId: string,
  idempotencyKey: string,
  { channelId, to, parameters }: TestSend,
): Promise<z.infer<typeof testSent>> {
  const { auth, scope, container } = ctx
  const template = await findForChannel(ctx.db, scope, templateId, channelId)
  const actor = { container, auth, scope }
  const author = await authorOf(ctx.em, scope, requireScope(auth).userId)
  const { conversationId } = await runCommand<unknown, { conversationId: string }>(
    actor,
    'communication_channels.conversation.open',
    { phone: to, channelId },
  ).catch((error: unknown) => {
    throw aboutTo(error)
  })
  // Who tests a one-time code asks for it at this moment; to other purposes it says nothing.
  const send = (requestedAt: Date) =>
    runCommand<unknown, { message: { id: string } }>(actor, 'communication_channels.message.send', {
      ...{ conversationId, author, idempotencyKey, requestedAt: requestedAt.toISOString() },
      content: { type: 'template', ...template, parameters },
    })
  try {
    const { message } = await send(ctx.now).catch(async (error: unknown) => {
      // A second tap says another moment: it is the first request again where it is that but for the moment.
      const isKnown = error instanceof ChannelError && error.code === 'idempotency_conflict'
      const first = isKnown ? await requestedBefore(ctx.db, scope, idempotencyKey) : null
      if (!first) throw error
      return send(first)
    })
    return { messageId: message.id, conversationId }
  } catch (error) {
    throw withConversation(error, conversationId)
  }
}

async function findForChannel(
  db: Db,
  { tenantId, organizationId }: Scope,
  templateId: string,
  channelId: string,
): Promise<{ name: string; language: string }> {
  const { rows } = await sql<{ name: string; language: string; isOfChannel: boolean }>`
    select t.name, t.language, exists (
      select from wa_numbers n
      where n.connection_id = t.connection_id and n.channel_id = ${channelId} and n.tenant_id = ${tenantId}
    ) as "isOfChannel"
    from wa_templates t
    where t.id = ${templateId} and t.tenant_id = ${tenantId} and t.organization_id = ${organizationId}`.execute(
    db,
  )
  const [found] = rows
  if (!found) throw notFound('template')
  const { name, language, isOfChannel } = found
  if (isOfChannel) return { name, language }
  const sentence = 'The number belongs to another account than the template.'
  throw new ChannelError(422, 'channel_of_other_account', sentence, 'Choose one of this account’s numbers.', {
    fieldErrors: { channelId: sentence },
  })
}

/** Where somebody who may can see what stands against it, and record what the person agreed to. */
function withConversation(error: unknown, conversationId: string): unknown {
  if (!(error instanceof ChannelError)) return error
  const { error: sentence, code, action, ...details } = error.body as Refusal
  return new ChannelError(error.status, code, sentence, action, { ...details, conversationId })
}
interface Refusal extends Record<string, unknown> {
  error: string
  code: string
  action: string
}

/** The hub calls the number by another name than this request does. */
function aboutTo(error: unknown): unknown {
  if (!(error instanceof ChannelError)) return error
  const { error: sentence, code, action, ...details } = error.body as Refusal
  const { phone, ...others } = (details.fieldErrors ?? {}) as Record<string, string>
  const fieldErrors = phone === undefined ? others : { ...others, to: phone }
  return new ChannelError(error.status, code, sentence, action, { ...details, fieldErrors })
}
