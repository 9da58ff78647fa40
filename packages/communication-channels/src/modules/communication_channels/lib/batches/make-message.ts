import { isUniqueViolation } from '@open-mercato/shared/lib/crud/errors'
import type { TemplateParameters } from '../content/template.ts'
import { type Db, sql } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { acceptMessage } from '../outbox/queue-message.ts'
import type { QueueContext } from '../outbox/send-target.ts'
import type { BatchProblem } from './batch-view.ts'
import type { ClaimedBatch } from './claim-batch.ts'
import { personalContent } from './personal-content.ts'
import { DUPLICATE } from './read-recipients.ts'
import { standsAgainstAll } from './stands-against-all.ts'

/** A recipient whose turn it is, with the conversation in which they are written to. */
export interface Addressed {
  position: number
  conversationId: string
  parameters: TemplateParameters | null
}

/** What stops the batch, and not this recipient alone: it was paused meanwhile, or nothing leaves from its number. */
export class BatchStopped extends Error {
  override readonly name = 'BatchStopped'
  readonly problem: BatchProblem | null
  constructor(problem: BatchProblem | null) {
    super(problem?.message ?? 'The batch does not run any more.')
    this.problem = problem
  }
}

/**
 * Makes the message of one recipient, in one transaction with the note that it was made: whoever dies before it leaves
 * the recipient waiting, and whoever comes second finds the message made.
 *
 * @returns why none was made, or null
 * @throws BatchStopped
 */
export async function makeMessage(
  ctx: QueueContext,
  batch: ClaimedBatch,
  { position, conversationId, parameters }: Addressed,
): Promise<BatchProblem | null> {
  try {
    const { isRepeated } = await acceptMessage(
      ctx,
      {
        conversationId,
        idempotencyKey: `batch:${batch.id}:${position}`,
        content: personalContent(batch.content, parameters),
        purpose: batch.purpose ?? undefined,
        fallbackText: batch.fallbackText,
        author: batch.author,
        lane: 'bulk',
        replyToMessageId: null,
      },
      {
        batchId: batch.id,
        alongside: (db, messageId) => noteMade(db, batch, position, messageId),
      },
    )
    // Another worker has made it.
    return isRepeated ? DUPLICATE : null
  } catch (error) {
    if (isUniqueViolation(error, 'cc_batch_recipients_conversation')) return DUPLICATE
    if (!(error instanceof ChannelError)) throw error
    const { error: message, action } = error.body as { error: string; action: string }
    return ofThisOne({ code: error.code, message, action })
  }
}

/** @throws BatchStopped where it stands against everybody's message */
export function ofThisOne(problem: BatchProblem): BatchProblem {
  if (standsAgainstAll(problem.code)) throw new BatchStopped(problem)
  return problem
}

/** Who pauses or cancels waits for those that are being made, and finds them. */
async function noteMade(
  db: Db,
  { id: batchId, tenantId, organizationId }: ClaimedBatch,
  position: number,
  messageId: string,
): Promise<void> {
  const { rows: running } = await sql`
    select id from cc_batches
    where id = ${batchId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state = 'running' for share`.execute(db)
  if (running.length === 0) throw new BatchStopped(null)
  const { numAffectedRows } = await sql`
    update cc_batch_recipients r
    set state = 'made', message_id = m.id, conversation_id = m.conversation_id, error = null
    from cc_external_messages m
    where r.batch_id = ${batchId} and r.position = ${position} and r.state = 'waiting'
      and r.tenant_id = ${tenantId} and r.organization_id = ${organizationId}
      and m.id = ${messageId} and m.tenant_id = r.tenant_id and m.organization_id = r.organization_id`.execute(
    db,
  )
  if (!numAffectedRows) throw new BatchStopped(null)
}
