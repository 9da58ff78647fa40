import type { SendError, SendOutcome } from '../adapter/send-content.ts'
import { type Db, sql } from '../db.ts'
import { forgetUploads, requireUploads } from '../files/upload/upload-statements.ts'
import type { ReservedMessage } from './reserve/reservation-statements.ts'

/** It did not go out, because the provider does not have its files, or not any more. */
export interface FilesMissing {
  outcome: 'files_missing'
  error: SendError
  fileIds: string[]
  /** Those that the provider was asked about and did not know, by their file. */
  gone: Map<string, string>
}

/** How an attempt ended, as the sender sees it. */
export type AttemptEnd = SendOutcome | FilesMissing

/** What adapters say of a file that the provider does not know. */
const MEDIA_GONE = 'media_gone'

/** It ran out between queue and leaving: nobody was asked. */
export function notThere(fileIds: string[]): FilesMissing {
  const error = {
    code: 'file_expired',
    message: 'The file has to be handed to the provider anew.',
    action: null,
  }
  return { outcome: 'files_missing', error, fileIds, gone: new Map() }
}

/** @param names what the provider was told the files are called */
export function withMissingFiles(outcome: SendOutcome, names: Map<string, string>): AttemptEnd {
  if (outcome.outcome !== 'not_sent' || outcome.error.code !== MEDIA_GONE || names.size === 0) return outcome
  return { outcome: 'files_missing', error: outcome.error, fileIds: [...names.keys()], gone: names }
}

/**
 * Has the files handed over anew. Once for each message: a provider that never knows what it was just given would be
 * asked for ever.
 *
 * @returns when the message is due again, null for when its files are there; or `give_up`
 */
export async function renewFiles(
  db: Db,
  message: ReservedMessage,
  { gone, fileIds }: FilesMissing,
  now: Date,
): Promise<{ at: Date | null } | 'give_up'> {
  if (gone.size > 0) {
    const { rows } = await sql`
      select 1 from cc_send_attempts
      where message_id = ${message.id} and number < ${message.attemptCount}
        and error ->> 'code' = ${MEDIA_GONE}`.execute(db)
    if (rows.length > 0) return 'give_up'
    await forgetUploads(db, message, message.channelId, gone, now)
  }
  const areThere = await requireUploads(db, message, message.channelId, fileIds, now)
  return { at: areThere ? now : null }
}
