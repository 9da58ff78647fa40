import type { SendMessageInput } from '../../../data/validators.ts'
import type { Db } from '../../db.ts'
import { ChannelError } from '../../errors.ts'
import { acceptMessage } from '../../outbox/queue-message.ts'
import type { QueueContext } from '../../outbox/send-target.ts'
import { taskMessageKey } from './question.ts'
import { type ConsentTask, finishTask, type TaskOutcome } from './task-statements.ts'

interface What extends Pick<SendMessageInput, 'content' | 'notification' | 'purpose'> {
  /** It is the question whether they really agreed. */
  asksConsent?: boolean
}

/** Somebody else did it meanwhile. */
class DoneMeanwhile extends Error {
  override readonly name = 'DoneMeanwhile'
}

/**
 * Queues the message of a task in one transaction with the note that it is done: whoever dies before it leaves the task as
 * it was, and nobody is written to twice.
 *
 * @param alongside what else becomes true with it
 * @returns why nothing was queued; null where it is done
 */
export async function sendForTask(
  ctx: QueueContext,
  task: ConsentTask,
  conversationId: string,
  { asksConsent, ...what }: What,
  alongside?: (db: Db, messageId: string) => Promise<void>,
): Promise<TaskOutcome | null> {
  try {
    const { id, isRepeated } = await acceptMessage(
      ctx,
      {
        ...{ conversationId, ...what },
        idempotencyKey: taskMessageKey(task.id),
        author: null,
        replyToMessageId: null,
        lane: 'automatic',
        priority: 'high',
      },
      {
        asksConsent,
        alongside: async (db, messageId) => {
          if (!(await finishTask(db, task, { messageId }))) throw new DoneMeanwhile()
          await alongside?.(db, messageId)
        },
      },
    )
    return isRepeated ? { messageId: id } : null
  } catch (error) {
    if (error instanceof DoneMeanwhile) return null
    if (!(error instanceof ChannelError)) throw error
    return { refused: { code: error.code, error: error.message } }
  }
}
