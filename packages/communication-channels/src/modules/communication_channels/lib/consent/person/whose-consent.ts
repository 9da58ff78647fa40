import { listChannels } from '../../channels/list-channels.ts'
import type { Db } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { ChannelError, phoneInvalid } from '../../errors.ts'
import { type ContactNode, findContact, nodesOf } from '../../identity/contact-nodes.ts'
import { findByPhone } from '../../identity/find-by-phone.ts'
import { identitiesForPhones } from '../../identity/identities-for-phones.ts'
import { homeRegion, readPhone } from '../../identity/phone-key.ts'
import { holdRealm } from '../../identity/realm.ts'
import type { Scope } from '../../scope.ts'
import { readSettings } from '../../settings/settings.ts'
import { channelTypeOf } from './channel-type.ts'
import type { ConsentBody } from './consent-input.ts'

/** Under what a consent is recorded. */
export interface Consenter {
  identityId: string
  channelType: string
}

/**
 * Who agreed: a contact by what they were known by at that time, or whoever had a phone then. A phone that nobody is known
 * to have makes a contact. Within a transaction: nobody becomes somebody else until its end.
 *
 * @throws ChannelError 404; 422 `phone_invalid`, `not_theirs_then`, `no_channel`, `choose_channel`
 */
export async function whoseConsent(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  { contactId, phone }: Pick<ConsentBody, 'contactId' | 'phone'>,
  occurredAt: Date,
): Promise<Consenter> {
  const scope = { tenantId, organizationId }
  if (contactId !== undefined) return byContact(db, scope, contactId, occurredAt)
  const number = await readNumber(db, scope, phone!)
  const providerKey = await providerFor(db, encryption, scope, number)
  const realm = { ...scope, providerKey }
  const identities = await identitiesForPhones(db, encryption, realm, [number], occurredAt)
  return { identityId: identities.get(number)!, channelType: channelTypeOf(providerKey) }
}

async function byContact(db: Db, scope: Scope, contactId: string, at: Date): Promise<Consenter> {
  await holdRealm(db, (await findContact(db, scope, contactId)).realm)
  const { id, realm } = await findContact(db, scope, contactId)
  const node = nodeAt(await nodesOf(db, id), at)
  if (!node) throw notTheirsThen()
  return { identityId: node.identityId, channelType: channelTypeOf(realm.providerKey) }
}

/** A user id is one person's for good; a phone is theirs from a time on, and until they leave it. */
function nodeAt(nodes: ContactNode[], at: Date): ContactNode | undefined {
  const [users, phones] = [
    nodes.filter(({ kind }) => kind === 'user_id'),
    nodes.filter(({ kind }) => kind === 'phone'),
  ]
  const isHeld = ({ from, until }: ContactNode) =>
    (from === null || from <= at.getTime()) && (until === null || new Date(until) > at)
  return users.find(({ until }) => until === null) ?? users[0] ?? phones.findLast(isHeld)
}

async function readNumber(db: Db, scope: Scope, phone: string): Promise<string> {
  const channels = await listChannels(db, scope)
  const number = readPhone(phone, homeRegion(channels.map(({ address }) => address)))
  if (number === null) throw phoneInvalid()
  return number
}

/** Whoever has the number already, by their provider; else the only one there is, or that of the default number. */
async function providerFor(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  number: string,
): Promise<string> {
  const [known] = await findByPhone(db, encryption, scope, number)
  if (known) return (await findContact(db, scope, known.id)).realm.providerKey
  const [channels, { defaultChannelId }] = [await listChannels(db, scope), await readSettings(db, scope)]
  const providers = new Set(channels.map(({ providerKey }) => providerKey))
  const [only] = providers
  const byDefault = channels.find(({ id }) => id === defaultChannelId)?.providerKey
  const provider = byDefault ?? (providers.size === 1 ? only : undefined)
  if (provider) return provider
  throw only
    ? new ChannelError(
        422,
        'choose_channel',
        'There are numbers of several providers, and none is the default.',
        'Set the default number in the settings.',
      )
    : new ChannelError(422, 'no_channel', 'There is no number to write from.', 'Connect a number.')
}

export function notTheirsThen(): ChannelError {
  return new ChannelError(
    422,
    'not_theirs_then',
    'At that time the number was somebody else’s.',
    'Check the time, or record it for whoever had the number then.',
  )
}
