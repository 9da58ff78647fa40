import type { SetBlockedInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type { Recipient } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import { resolveCredentials } from '../connections/resolve-credentials.ts'
import { knownProblem } from '../errors/known-problem.ts'
import { GraphError } from '../graph/graph-error.ts'
import { managementFailure } from '../graph/management-failure.ts'
import { needsReauthorisation } from '../graph/send-failure.ts'
import { requireReauthorisation } from '../reauthorisation.ts'
import { type BlockedUser, changeBlockList } from './block-list.ts'

/** Also what Meta answers for somebody who is not on WhatsApp. */
const NOT_WRITTEN_LATELY = 131047

/** @throws ChannelError 422 with Meta's reason, 503 where it cannot be asked */
export async function setBlocked(input: SetBlockedInput): Promise<void> {
  const { channel, recipient, isBlocked } = input
  const credentials = await resolveCredentials(input)
  if (!credentials) throw knownProblem('credentials_missing')
  const change = isBlocked ? 'block' : 'unblock'
  try {
    await changeBlockList(credentials, channel.externalIdentifier, change, [userOf(recipient)])
  } catch (failure) {
    if (needsReauthorisation(failure)) await requireReauthorisation(input)
    if (failure instanceof GraphError && failure.code === NOT_WRITTEN_LATELY) {
      throw knownProblem('block_needs_message')
    }
    throw managementFailure(failure)
  }
}

function userOf({ phone, userId }: Recipient): BlockedUser {
  if (phone) return { user: phone }
  if (userId) return { user_id: userId }
  throw knownProblem('phone_required')
}
