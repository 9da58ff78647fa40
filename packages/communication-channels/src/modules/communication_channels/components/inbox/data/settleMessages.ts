import { post } from './request.ts'

/** `resend`: as a new message, at the risk of a second one; `leave`: at the risk of none. */
export type SettleChoice = 'resend' | 'leave'

export type SettleAnswer = {
  settled: { messageId: string; as: SettleChoice; newMessageId: string | null }[]
  /** What was not settled, and why. */
  skipped: { messageId: string; code: string; error: string }[]
}

/** At most 200 at once. Asked twice for the same message, the first decision stays. Throws RequestFailed. */
export function settleMessages(messageIds: string[], as: SettleChoice): Promise<SettleAnswer> {
  return post('/messages/settle', { messageIds, as })
}
