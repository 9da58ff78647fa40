import { createLogger } from '@open-mercato/shared/lib/logger'
import type { SendBlame } from '../../adapter/send-content.ts'
import { type AttemptEnd, withMissingFiles } from '../missing-files.ts'
import { withOwnFiles } from '../name-files.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import type { Sending } from '../sending.ts'
import { callAdapter } from './call-adapter.ts'
import type { Gate } from './gate.ts'
import { notPrepared } from './not-sent.ts'
import type { PreparedMessage } from './prepare-messages.ts'
import type { Promptness } from './promptness.ts'

const logger = createLogger('communication_channels.outbox')

/**
 * Asks the provider when it is the message's moment, and has the outcome written down. The message was begun before.
 *
 * @param gate       null where the number has no pace
 * @param promptness since before it was begun
 */
export async function leave(
  sending: Sending,
  message: ReservedMessage,
  prepared: PreparedMessage,
  gate: Gate | null,
  promptness: Promptness,
): Promise<void> {
  if ('refused' in prepared) return record(sending, message, prepared.refused, false)
  try {
    await gate?.pass()
    if (promptness.isOver()) throw new Error('It began too long ago')
  } catch (error) {
    // It has begun and surely not left, so it may begin anew.
    return record(sending, message, notPrepared(error, message.id), false)
  }
  const { adapter, input, names } = prepared
  const outcome = withOwnFiles(await callAdapter(adapter, input), names)
  return record(sending, message, withMissingFiles(outcome, names), true)
}

async function record(
  { turn: { recorder }, number }: Sending,
  message: ReservedMessage,
  end: AttemptEnd,
  wasAsked: boolean,
): Promise<void> {
  if (end.outcome === 'sent') {
    const { externalMessageId, hold = null, content = null } = end
    return recorder.sent({ message, externalMessageId, hold, content })
  }
  const blame = wasAsked ? blameFor(end) : null
  logger.warn('message not sent', {
    messageId: message.id,
    outcome: end.outcome,
    code: end.error.code,
    blame,
  })
  return recorder.failed({ message, end, blame, providerKey: number.providerKey })
}

function blameFor(end: Exclude<AttemptEnd, { outcome: 'sent' }>): SendBlame | null {
  if (end.outcome === 'unknown') return 'provider'
  return end.outcome === 'not_sent' ? (end.blame ?? 'message') : null
}
