import { createLogger } from '@open-mercato/shared/lib/logger'
import type { TemplateParameters } from '../content/template.ts'
import { type Db, dbOf, sql } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { atMost } from '../files/at-most.ts'
import type { QueueContext } from '../outbox/send-target.ts'
import { BATCH_ENTITY, type BatchProblem } from './batch-view.ts'
import type { ClaimedBatch } from './claim-batch.ts'
import { BatchStopped, makeMessage, ofThisOne } from './make-message.ts'
import { openThreads } from './open-threads.ts'

interface WaitingRecipient {
  position: number
  conversationId: string | null
  phone: string | null
  parameters: TemplateParameters | null
  tries: number
}

const AT_ONCE = 4
/** Where each recipient has a link of their own and it answers slowly, other people's batches have their turn after this. */
const TURN_MS = 5_000

/** What went wrong for no reason that a person could be told is tried so often. */
const MAX_TRIES = 5
const NOT_PREPARED: BatchProblem = {
  code: 'not_prepared',
  message: 'The message could not be prepared for sending.',
  action: 'Write to this person by hand.',
}

const logger = createLogger('communication_channels.batches')

/**
 * Turns the next recipients of a batch into messages.
 *
 * @returns for how many it is decided, and what stopped the batch, if anything did
 */
export async function makeMessages(
  ctx: QueueContext,
  batch: ClaimedBatch,
  count: number,
): Promise<{ made: number; stopped: BatchStopped | null }> {
  const recipients = await nextRecipients(dbOf(ctx.em.fork()), ctx.encryption, batch, count)
  const phones = recipients.flatMap(({ phone }) => phone ?? [])
  const { idOf, refusal } = await openThreads(ctx, batch, phones)
  // One that was taken back keeps the conversation it had; its phone may be somebody else's since.
  const threadOf = ({ conversationId, phone }: WaitingRecipient) =>
    phone === null ? conversationId : idOf.get(phone)
  const inTurn = atMost(AT_ONCE)
  const end = performance.now() + TURN_MS
  let made = 0
  let stopped: BatchStopped | null = null
  await Promise.all(
    recipients.map((recipient) =>
      inTurn(async () => {
        if (stopped || performance.now() > end) return
        try {
          const conversationId = threadOf(recipient)
          const problem = conversationId
            ? await makeMessage(ctx, batch, { ...recipient, conversationId })
            : ofThisOne(refusal ?? NOT_PREPARED)
          if (problem) await refuse(dbOf(ctx.em.fork()), batch, recipient.position, problem)
          made++
        } catch (error) {
          if (error instanceof BatchStopped) stopped = error
          else await putBack(ctx, batch, recipient, error)
        }
      }),
    ),
  )
  return { made, stopped }
}

async function nextRecipients(
  db: Db,
  encryption: TenantEncryptionService,
  { id, tenantId, organizationId }: ClaimedBatch,
  count: number,
): Promise<WaitingRecipient[]> {
  const { rows } = await sql<Omit<WaitingRecipient, 'parameters'> & { parameters: string | null }>`
    select position, conversation_id as "conversationId", phone, parameters, tries from cc_batch_recipients
    where batch_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state = 'waiting' order by position limit ${count}`.execute(db)
  return Promise.all(
    rows.map(async ({ phone, parameters, ...row }) => {
      const sealed = { phone, parameters }
      const opened = await encryption.decryptEntityPayload(BATCH_ENTITY, sealed, tenantId, organizationId)
      return {
        ...row,
        phone: opened.phone as string | null,
        parameters: opened.parameters ? JSON.parse(String(opened.parameters)) : null,
      }
    }),
  )
}

async function refuse(
  db: Db,
  { id, tenantId, organizationId }: ClaimedBatch,
  position: number,
  problem: BatchProblem,
): Promise<void> {
  await sql`
    update cc_batch_recipients set state = 'refused', error = ${JSON.stringify(problem)}::jsonb
    where batch_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and position = ${position} and state = 'waiting'`.execute(db)
}

async function putBack(
  { em }: QueueContext,
  batch: ClaimedBatch,
  { position, tries }: WaitingRecipient,
  failure: unknown,
): Promise<void> {
  logger.error('a message of a batch could not be made', {
    batchId: batch.id,
    position,
    reason: describeFailure(failure),
  })
  const db = dbOf(em.fork())
  if (tries + 1 >= MAX_TRIES) return refuse(db, batch, position, NOT_PREPARED)
  await sql`
    update cc_batch_recipients set tries = tries + 1
    where batch_id = ${batch.id} and tenant_id = ${batch.tenantId} and organization_id = ${batch.organizationId}
      and position = ${position} and state = 'waiting'`.execute(db)
}
