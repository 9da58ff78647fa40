import type { ConnectionInput } from '../../adapter/connection-input.ts'
import type { TemplateCandidate } from '../../adapter/template-candidate.ts'
import type { ChannelAdapter } from '../../adapter.ts'
import type { OutboundContent } from '../../content/message-content.ts'
import type { TemplateContent } from '../../content/template.ts'
import { dbOf } from '../../db.ts'
import { assembleFacts } from '../../policy/assemble-facts.ts'
import { decideSend } from '../../policy/decide-send.ts'
import type { Decision } from '../../policy/decision.ts'
import { loadNumberFacts } from '../../policy/number-facts.ts'
import { loadStandings, STRANGER } from '../../policy/person-standing.ts'
import { intentOf, storedIntent } from '../../policy/read-intent.ts'
import type { OutboxContext } from '../outbox-context.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import type { SendingNumber } from '../sending-number.ts'
import type { LoadedMessage } from './load-messages.ts'

/**
 * What the policy says to messages of one number in the moment in which they leave: for all of them it is asked once how
 * the number, its people and its templates stand.
 */
export async function decideLeaving(
  ctx: OutboxContext,
  adapter: ChannelAdapter,
  sending: SendingNumber,
  messages: ReservedMessage[],
  loaded: Map<string, LoadedMessage>,
  now: Date,
): Promise<Map<string, Decision>> {
  const { tenantId, organizationId } = sending
  const scope = { tenantId, organizationId }
  const input = { scope, channel: sending, resolve: ctx.resolve }
  const db = dbOf(ctx.em.fork())
  const number = await loadNumberFacts(db, adapter, input, now)
  const standings = await loadStandings(
    db,
    scope,
    messages.map(({ conversationId }) => conversationId),
  )
  const readable = messages.flatMap((message) => {
    const one = loaded.get(message.id)!
    return 'refused' in one ? [] : [{ message, ...one }]
  })
  const templates = await templatesIn(
    adapter,
    input,
    readable.map(({ send }) => send.inPlace ?? send.content),
  )
  return new Map(
    readable.map(({ message, send, address }) => {
      const standing = standings.get(message.conversationId) ?? STRANGER
      const { content, inPlace } = send
      const named = inPlace ?? content
      const template = named.type === 'template' ? templates.get(keyOf(named)) : undefined
      const intent = intentOf(storedIntent(content, message, inPlace), template)
      return [message.id, decideSend(assembleFacts(number, address, standing, { intent, now }))]
    }),
  )
}

const keyOf = ({ name, language }: { name: string; language: string }) => `${language}|${name}`

async function templatesIn(
  adapter: ChannelAdapter,
  input: ConnectionInput,
  contents: OutboundContent[],
): Promise<Map<string, TemplateCandidate>> {
  const isTemplate = (content: OutboundContent): content is TemplateContent => content.type === 'template'
  const named = new Map(contents.filter(isTemplate).map((content) => [keyOf(content), content]))
  if (named.size === 0) return new Map()
  const templates = [...named.values()].map(({ name, language }) => ({ name, language }))
  const described = (await adapter.describeTemplates?.({ ...input, templates })) ?? []
  return new Map(described.map((one) => [keyOf(one), one]))
}
