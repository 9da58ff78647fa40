// The least that working off the journal can be: the same rows claimed in batches, opened and parsed, what they say
// encrypted under the tenant's key, and contacts, conversations and messages written with a statement each. What the
// product does more than this is what it costs.
import { createCipheriv, createHmac, createSecretKey, randomBytes, randomUUIDv7 } from 'node:crypto'
import { openBody } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/journal-cipher'
import pg from 'pg'
import { BACKLOGS, type DrainResult, openJournal } from './parts/backlog.ts'
import { given, say } from './parts/within-child.ts'

/** Of deliveries, and of bytes, in a transaction. */
const BATCH = 1_000
const BATCH_BYTES = 4 * 1024 * 1024

interface Said {
  id: string
  from: string
  name: string
  at: Date
  content: string
}

const { dek, scope, fill, stop } = await openJournal()
const key = createSecretKey(dek, 'base64')
const pepper = createSecretKey(randomBytes(32))
const database = new pg.Client({ connectionString: given('DATABASE_URL') })
await database.connect()
await database.query(`
  create table bare_contacts (id uuid primary key, tenant_id uuid not null, user_hash text not null, name text,
    phone text, unique (tenant_id, user_hash));
  create table bare_conversations (id uuid primary key, tenant_id uuid not null, channel_id text not null,
    contact_id uuid not null, last_message_at timestamptz, unread_count int not null default 0,
    unique (channel_id, contact_id));
  create table bare_messages (id uuid primary key, tenant_id uuid not null, channel_id text not null,
    conversation_id uuid not null, external_message_id text not null, content text not null,
    sent_at timestamptz not null, unique (channel_id, external_message_id));
  create index on bare_messages (conversation_id, sent_at desc, id desc)`)

const results: DrainResult[] = []
for (const backlog of BACKLOGS) {
  await fill(backlog)
  const before = await stored()
  const startedAt = performance.now()
  while ((await drainBatch()) > 0);
  const seconds = (performance.now() - startedAt) / 1000
  results.push({ ...backlog, stored: (await stored()) - before, seconds })
}
await database.end()
await stop()
say(results)

async function drainBatch(): Promise<number> {
  await database.query('begin')
  const { rows: claimed } = await database.query<{ id: string; received_at: Date; body: Buffer }>(
    `select id, received_at, body from (
       select id, received_at, body, sum(byte_size) over (order by next_attempt_at, id) - byte_size as before from (
         select * from cc_webhook_deliveries where state = 'pending'
         order by next_attempt_at, id limit $1 for update skip locked) locked) counted
     where before < $2`,
    [BATCH, BATCH_BYTES],
  )
  if (claimed.length > 0) {
    const messages = claimed.flatMap(({ id, body }) => read(openBody(body, dek, id)))
    await write(messages)
    await database.query(
      `update cc_webhook_deliveries d set state = 'applied', applied_at = now()
       from unnest($1::uuid[]) as v (id) where d.id = v.id and d.received_at >= $2 and d.received_at <= $3`,
      [
        claimed.map(({ id }) => id),
        claimed[0]!.received_at,
        new Date(claimed.at(-1)!.received_at.getTime() + 1),
      ],
    )
  }
  await database.query('commit')
  return claimed.length
}

function read(body: Buffer): (Said & { channel: string })[] {
  const delivery = JSON.parse(body.toString('utf8'))
  return delivery.entry.flatMap((entry: { changes: { value: Value }[] }) =>
    entry.changes.flatMap(({ value }) => {
      const names = new Map(value.contacts.map((contact) => [contact.user_id, contact.profile.name]))
      return value.messages.map((message) => ({
        id: message.id,
        channel: value.metadata.phone_number_id,
        from: message.from_user_id,
        name: names.get(message.from_user_id) ?? '',
        at: new Date(Number(message.timestamp) * 1000),
        content: seal(JSON.stringify({ type: 'text', text: message.text.body })),
      }))
    }),
  )
}

interface Value {
  metadata: { phone_number_id: string }
  contacts: { user_id: string; profile: { name: string } }[]
  messages: { id: string; from_user_id: string; timestamp: string; text: { body: string } }[]
}

async function write(messages: (Said & { channel: string })[]): Promise<void> {
  const people = new Map(messages.map((message) => [hashOf(message.from), message]))
  const { rows: contacts } = await database.query<{ id: string; user_hash: string }>(
    `insert into bare_contacts as c (id, tenant_id, user_hash, name)
     select id, $2, hash, name from unnest($1::uuid[], $3::text[], $4::text[]) as v (id, hash, name)
     on conflict (tenant_id, user_hash) do update set user_hash = excluded.user_hash returning id, user_hash`,
    [
      [...people].map(() => randomUUIDv7()),
      scope.tenantId,
      [...people.keys()],
      [...people.values()].map(({ name }) => seal(name)),
    ],
  )
  const contactOf = new Map(contacts.map(({ id, user_hash }) => [user_hash, id]))
  const threads = new Map<string, { channel: string; contactId: string; last: Date; unread: number }>()
  const threadOf = (message: Said & { channel: string }) =>
    `${message.channel}|${contactOf.get(hashOf(message.from))}`
  for (const message of messages) {
    const known = threads.get(threadOf(message))
    threads.set(threadOf(message), {
      channel: message.channel,
      contactId: contactOf.get(hashOf(message.from))!,
      last: known && known.last > message.at ? known.last : message.at,
      unread: (known?.unread ?? 0) + 1,
    })
  }
  const { rows: conversations } = await database.query<{
    id: string
    channel_id: string
    contact_id: string
  }>(
    `insert into bare_conversations as c (id, tenant_id, channel_id, contact_id, last_message_at, unread_count)
     select id, $2, channel, contact, last, unread
     from unnest($1::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::int[]) as v (id, channel, contact, last, unread)
     on conflict (channel_id, contact_id) do update
       set last_message_at = greatest(c.last_message_at, excluded.last_message_at),
           unread_count = c.unread_count + excluded.unread_count
     returning id, channel_id, contact_id`,
    [
      [...threads].map(() => randomUUIDv7()),
      scope.tenantId,
      [...threads.values()].map(({ channel }) => channel),
      [...threads.values()].map(({ contactId }) => contactId),
      [...threads.values()].map(({ last }) => last),
      [...threads.values()].map(({ unread }) => unread),
    ],
  )
  const conversationOf = new Map(conversations.map((row) => [`${row.channel_id}|${row.contact_id}`, row.id]))
  await database.query(
    `insert into bare_messages (id, tenant_id, channel_id, conversation_id, external_message_id, content, sent_at)
     select id, $2, channel, conversation, external, content, at
     from unnest($1::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
       as v (id, channel, conversation, external, content, at)
     on conflict (channel_id, external_message_id) do nothing`,
    [
      messages.map(() => randomUUIDv7()),
      scope.tenantId,
      messages.map(({ channel }) => channel),
      messages.map((message) => conversationOf.get(threadOf(message))),
      messages.map(({ id }) => id),
      messages.map(({ content }) => content),
      messages.map(({ at }) => at),
    ],
  )
}

function seal(text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64')).join(':')
}

function hashOf(value: string): string {
  return createHmac('sha256', pepper).update(value).digest('hex')
}

async function stored(): Promise<number> {
  const { rows } = await database.query<{ n: number }>('select count(*)::int as n from bare_messages')
  return rows[0]!.n
}
