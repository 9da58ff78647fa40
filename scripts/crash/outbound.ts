import { randomUUID } from 'node:crypto'
import { query } from '../../benchmarks/parts/databases.ts'
import type { CrashContext } from './inbound.ts'
import { until } from './until.ts'

const CUSTOMER = { name: 'Maria Nowak', phone: '+48601234567' }
const CAME_THROUGH = ['sent', 'delivered', 'read']

/** Kills the product after the provider took a message and before it answered, once with and once without news. */
export async function crashWhileSending(ctx: CrashContext): Promise<void> {
  const conversationId = await conversationOf(ctx)

  // The statuses leave the simulator only when the product is gone.
  await setFaults(ctx, { hangNextSends: 1, delayWebhooksMs: 3_000 })
  const settled = await sendAndKill(ctx, conversationId)
  await until('the status settles it', async () => CAME_THROUGH.includes(await statusOf(ctx, settled)))

  await setFaults(ctx, { hangNextSends: 1, delayWebhooksMs: 0, dropWebhooks: true })
  const unknown = await sendAndKill(ctx, conversationId)
  await letLeaseRunOut(ctx, unknown)
  await until('the lost attempt is noticed', async () => (await statusOf(ctx, unknown)) !== 'sending')

  await setFaults(ctx, { hangNextSends: 0, dropWebhooks: false })
  const next = await send(ctx, conversationId)
  await until('the next message is out', async () => CAME_THROUGH.includes(await statusOf(ctx, next)))

  const { findings } = ctx
  findings.note(
    'a message whose answer was lost is settled by its status',
    await oddities(ctx, settled, CAME_THROUGH),
  )
  findings.note(
    'a message of which nothing more is heard is unknown, never sent again, and holds up no other',
    await oddities(ctx, unknown, ['unknown']),
  )
}

/** A customer who has written, so that the window is open. */
async function conversationOf({ simulatorUrl, account, shop }: CrashContext): Promise<string> {
  const { items } = await sim<{ items: { id: string; name: string }[] }>(simulatorUrl, '/customers')
  const customerId = items.find(({ name }) => name === CUSTOMER.name)?.id
  const phoneNumberId = account.numbers[0]!.id
  await sim(simulatorUrl, '/messages', 'POST', { customerId, phoneNumberId, text: 'Is anybody there?' })
  let found: string | undefined
  await until('the customer is in the inbox', async () => {
    const page = await shop.api<{ items: { id: string; contact: { phone: string } }[] }>('/conversations')
    found = page.items.find(({ contact }) => contact.phone === CUSTOMER.phone)?.id
    return found !== undefined
  })
  return found!
}

async function sendAndKill(ctx: CrashContext, conversationId: string): Promise<string> {
  const messageId = await send(ctx, conversationId)
  await until('the provider has it', async () => (await received(ctx.simulatorUrl, messageId)) > 0, 20)
  await ctx.shop.kill()
  await ctx.shop.start()
  return messageId
}

async function send({ shop }: CrashContext, conversationId: string): Promise<string> {
  const { message } = await shop.api<{ message: { id: string } }>(
    `/conversations/${conversationId}/messages`,
    {
      method: 'POST',
      headers: { 'idempotency-key': randomUUID() },
      body: { content: { type: 'text', text: 'We are here.' } },
    },
  )
  return message.id
}

/** As if the minute had passed after which a sender counts as dead. */
async function letLeaseRunOut({ databaseUrl }: CrashContext, messageId: string): Promise<void> {
  await query(
    databaseUrl,
    "update cc_external_messages set claimed_until = now() - interval '1 second' where id = $1 and status = 'sending'",
    [messageId],
  )
}

async function oddities(ctx: CrashContext, messageId: string, expected: string[]): Promise<string[]> {
  const status = await statusOf(ctx, messageId)
  const times = await received(ctx.simulatorUrl, messageId)
  return [
    ...(expected.includes(status) ? [] : [`it is "${status}"`]),
    ...(times === 1 ? [] : [`the provider has it ${times} times`]),
  ]
}

async function statusOf({ databaseUrl }: CrashContext, messageId: string): Promise<string> {
  const sql = 'select status from cc_external_messages where id = $1'
  return (await query<{ status: string }>(databaseUrl, sql, [messageId]))[0]!.status
}

/** The simulator's truth: how often the business sent this message. */
async function received(simulatorUrl: string, messageId: string): Promise<number> {
  const { items } = await sim<{ items: unknown[] }>(simulatorUrl, `/messages?callbackData=${messageId}`)
  return items.length
}

async function setFaults({ simulatorUrl }: CrashContext, faults: object): Promise<void> {
  await sim(simulatorUrl, '/faults', 'PATCH', faults)
}

async function sim<Answer>(url: string, path: string, method = 'GET', body?: object): Promise<Answer> {
  const response = await fetch(`${url}/sim${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`The simulator answered ${path} with ${response.status}.`)
  return (await response.json()) as Answer
}
