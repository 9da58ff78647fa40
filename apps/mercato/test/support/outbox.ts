import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type {
  SendContentInput,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import { getChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import type { OutboxContext } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/outbox-context'
import { sendMessages } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/send-messages'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { Host } from '@open-mercato/core/host/host'
import { receive } from './inbox.ts'
import { NOW, textMessage } from './payloads.ts'
import { openShop, type Shop } from './shop.ts'

type Outcome = SendOutcome | ((input: SendContentInput) => Promise<SendOutcome>)

/** The provider, as a test wants it: what it was asked, and what it answers. */
export interface StandIn {
  /** In the order in which they left; when, by `performance.now()`. */
  left: { text: string; at: number }[]
  answers(outcome: Outcome | null): void
  restore(): void
}

export const taken = (): SendOutcome => ({ outcome: 'sent', externalMessageId: `wamid.${randomUUID()}` })

export const refusal = (blame: 'message' | 'form' | 'rate' | 'account' | 'provider', retryable = false) =>
  ({
    outcome: 'not_sent',
    error: { code: `refused_${blame}`, message: 'No.', action: null },
    retryable,
    retryAfterMs: null,
    blame,
  }) satisfies SendOutcome

/** In place of Graph, within this process; takes everything unless told otherwise. */
export function standIn(): StandIn {
  const adapter = getChannelAdapter('whatsapp') as Required<ChannelAdapter>
  const left: StandIn['left'] = []
  let outcome: Outcome | null = null
  const send = jest.spyOn(adapter, 'sendContent').mockImplementation(async (input) => {
    left.push({ text: wordsOf(input), at: performance.now() })
    if (outcome === null) return taken()
    return typeof outcome === 'function' ? outcome(input) : outcome
  })
  return {
    left,
    answers(next) {
      outcome = next
    },
    restore: () => send.mockRestore(),
  }
}

function wordsOf({ content }: SendContentInput): string {
  return content.type === 'text' ? content.text : content.type
}

/** A shop whose provider answers as told, for all tests of a file; `ready` gets it before the first, and it closes after the last. */
export function openStandInShop(ready: (opened: { shop: Shop; provider: StandIn }) => void): void {
  let shop: Shop | undefined
  let provider: StandIn | undefined
  beforeAll(async () => {
    shop = await openShop()
    provider = standIn()
    ready({ shop, provider })
  }, 60_000)
  afterAll(async () => {
    provider?.restore()
    await shop?.close()
  })
}

/** So many people who have just written, or some hours ago; their conversations in order. */
export async function people(shop: Shop, count: number, hoursAgo = 0): Promise<string[]> {
  const made = Array.from({ length: count }, (_, index) => {
    const digits = String(Math.floor(Math.random() * 1e8)).padStart(8, '0')
    const id = `wamid.in.${digits}.${index}`
    const userId = `PL.77${digits}${index}`
    const from = `4870${digits}`
    return textMessage({ id, from, userId, name: `P${index}`, at: NOW - hoursAgo * 3600 })
  })
  await receive(shop, ...made)
  const rows = await shop.sql<{ id: string; conversation: string }>(
    'select external_message_id as id, conversation_id as conversation from cc_external_messages where external_message_id = any(?)',
    [`{${made.map(({ message }) => message.id).join()}}`],
  )
  const byId = new Map(rows.map(({ id, conversation }) => [id, conversation]))
  return made.map(({ message }) => byId.get(message.id as string)!)
}

/** Puts a message into the outbox as another module of the shop does. Returns our id. */
export async function queue(shop: Shop, conversationId: string, wanted: object): Promise<string> {
  const container = shop.host.createContainer()
  const [scope] = await shop.sql<{ tenantId: string; organizationId: string }>(
    'select tenant_id as "tenantId", organization_id as "organizationId" from cc_external_conversations where id = ?',
    [conversationId],
  )
  const auth = { sub: randomUUID(), tenantId: scope!.tenantId, orgId: scope!.organizationId }
  const { message } = await runCommand<unknown, { message: { id: string } }>(
    { container, auth, scope: scope! },
    'communication_channels.message.send',
    { conversationId, idempotencyKey: randomUUID(), author: null, ...wanted },
  )
  return message.id
}

export const words = (text: string) => ({ content: { type: 'text', text } })

export function outboxOf(host: Host, now?: () => Date): OutboxContext {
  const container = host.createContainer()
  return {
    em: container.resolve<EntityManager>('em'),
    encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
    resolve: <T>(name: string) => container.resolve<T>(name),
    random: () => 0,
    ...(now && { now }),
  }
}

/** What one process sends; events stay to be looked at. */
export async function sendDue(host: Host, aheadMs = 0): Promise<void> {
  while ((await sendMessages(outboxOf(host, () => new Date(Date.now() + aheadMs)))) > 0);
}

export interface OutboxRow {
  status: string
  waitCode: string | null
  waitsMs: number | null
  code: string | null
}

/** As they are stored, in the order of the ids. */
export function rowsOf(shop: Shop, ids: string[]): Promise<OutboxRow[]> {
  return shop.sql<OutboxRow>(
    `select status, wait_code as "waitCode", error ->> 'code' as code,
            (extract(epoch from next_attempt_at - now()) * 1000)::float8 as "waitsMs"
     from cc_external_messages where id = any(?) order by array_position(?::uuid[], id)`,
    [`{${ids.join()}}`, `{${ids.join()}}`],
  )
}

export async function statusesOf(shop: Shop, ids: string[]): Promise<string[]> {
  return (await rowsOf(shop, ids)).map(({ status }) => status)
}
