import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BatchRecipient } from '../../data/validators.ts'
import { type Db, sql } from '../db.ts'
import { readPhone } from '../identity/phone-key.ts'
import type { Scope } from '../scope.ts'
import type { BatchProblem } from './batch-view.ts'

/** A recipient as the batch keeps it; with `error` where no message will be made. */
export interface ReadRecipient {
  position: number
  conversationId: string | null
  phone: string | null
  parameters: BatchRecipient['parameters'] | null
  error: BatchProblem | null
}

export const DUPLICATE: BatchProblem = {
  code: 'duplicate',
  message: 'This person is in the batch already, and gets one message.',
  action: null,
}
const REFUSALS = {
  phone_invalid: {
    code: 'phone_invalid',
    message: 'This is no whole phone number.',
    action: 'Write it with its country code, as +48 601 234 567.',
  },
  not_found: {
    code: 'not_found',
    message: 'This conversation does not exist.',
    action: 'Name the person by phone, or leave them out.',
  },
  other_channel: {
    code: 'other_channel',
    message: 'This conversation is with another of your numbers.',
    action: 'Name the person by phone, or send them a batch from that number.',
  },
} satisfies Record<string, BatchProblem>

/** Reading phone numbers takes its time: so many at once, then others have their turn. */
const AT_ONCE = 250

/**
 * Who is meant, each person once. What cannot be reached is kept with the reason, and keeps nobody else from theirs.
 *
 * @param region ISO 3166 code of the country in which a number without a plus is meant
 */
export async function readRecipients(
  db: Db,
  scope: Scope,
  { channelId, recipients }: { channelId: string; recipients: BatchRecipient[] },
  region: string | null,
): Promise<ReadRecipient[]> {
  const threads = await liveThreads(
    db,
    scope,
    recipients.flatMap(({ conversationId }) => conversationId ?? []),
  )
  const seen = new Set<string>()
  const read: ReadRecipient[] = []
  for (const [index, { conversationId, phone, parameters = null }] of recipients.entries()) {
    if (index % AT_ONCE === 0) await nextTurn()
    const thread = conversationId === undefined ? undefined : threads.get(conversationId)
    const number = phone === undefined ? null : readPhone(phone, region)
    const key = thread?.id ?? number
    const error = problemOf(conversationId, thread, key, channelId, seen)
    if (key) seen.add(key)
    const known = { conversationId: thread?.id ?? null, phone: number ?? phone ?? null }
    read.push({ position: index + 1, ...known, parameters, error })
  }
  return read
}

interface Thread {
  id: string
  channelId: string
}

function problemOf(
  conversationId: string | undefined,
  thread: Thread | undefined,
  key: string | null,
  channelId: string,
  seen: Set<string>,
): BatchProblem | null {
  if (!key) return conversationId === undefined ? REFUSALS.phone_invalid : REFUSALS.not_found
  if (thread && thread.channelId !== channelId) return REFUSALS.other_channel
  return seen.has(key) ? DUPLICATE : null
}

/** By the id that was asked for, the conversation that goes on under it. */
async function liveThreads(
  db: Db,
  { tenantId, organizationId }: Scope,
  ids: string[],
): Promise<Map<string, Thread>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ asked: string } & Thread>`
    select asked.id as asked, live.id, live.channel_id as "channelId"
    from cc_external_conversations asked
    join cc_external_conversations live on live.id = coalesce(asked.merged_into_id, asked.id)
    where asked.id = any(${ids}::uuid[]) and asked.tenant_id = ${tenantId}
      and asked.organization_id = ${organizationId}`.execute(db)
  return new Map(rows.map(({ asked, ...live }) => [asked, live]))
}
