import { type Db, databaseNow, sql } from '../../db.ts'
import { ChannelError } from '../../errors.ts'
import { findContact } from '../../identity/contact-nodes.ts'
import type { Scope } from '../../scope.ts'
import { hasOpenQuestion } from '../tasks/open-question.ts'
import { askFor } from './ask-task.ts'
import { channelTypeOf } from './channel-type.ts'

/**
 * Asks somebody who agreed to marketing whether they really did. Within a transaction; the question leaves by itself.
 *
 * @returns the contact that goes on under this id
 * @throws ChannelError 404; 409 `nothing_to_confirm`, `asked_already`
 */
export async function askToConfirm(db: Db, scope: Scope, askedId: string): Promise<string> {
  const { id, realm } = await findContact(db, scope, askedId)
  const channelType = channelTypeOf(realm.providerKey)
  const { rows } = await sql<{ eventId: string; isConfirmed: boolean }>`
    select event_id as "eventId", confirmed_at is not null as "isConfirmed"
    from cc_consents
    where contact_id = ${id} and channel_type = ${channelType} and purpose = 'marketing'
      and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId} and state = 'opted_in'
    for update`.execute(db)
  const consent = rows[0]
  if (!consent || consent.isConfirmed) throw nothingToConfirm()
  if (await hasOpenQuestion(db, { contactId: id, channelType }, await databaseNow(db))) throw askedAlready()
  await askFor(db, scope, consent.eventId)
  return id
}

function nothingToConfirm(): ChannelError {
  return new ChannelError(
    409,
    'nothing_to_confirm',
    'There is no consent to marketing that waits to be confirmed.',
    'Record first what they agreed to.',
  )
}

function askedAlready(): ChannelError {
  return new ChannelError(
    409,
    'asked_already',
    'They have been asked, and can still answer.',
    'Wait for their answer.',
  )
}
