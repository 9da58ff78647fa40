import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import { listChannels } from '../channels/list-channels.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { ChannelError, phoneInvalid } from '../errors.ts'
import { contactForPhone } from '../identity/contact-for-phone.ts'
import { findContact, type LiveContact } from '../identity/contact-nodes.ts'
import { findByPhone } from '../identity/find-by-phone.ts'
import { homeRegion, readPhone } from '../identity/phone-key.ts'
import type { Scope } from '../scope.ts'
import { readSettings } from '../settings/settings.ts'
import { type ChannelChoice, chooseChannel } from './choose-channel.ts'

/** Whom to write to: somebody we know, or a number that may never have been written to. */
export const openConversationInput = z
  .strictObject({
    contactId: z.uuid().optional(),
    phone: z.string().min(1).max(40).optional(),
    /** The number to write from. Absent: the one the person knows, or the default. */
    channelId: z.uuid().optional(),
  })
  .refine(({ contactId, phone }) => (contactId === undefined) !== (phone === undefined), {
    error: 'Name either a contact or a phone number.',
    path: ['contactId'],
  })
export type OpenConversationInput = z.infer<typeof openConversationInput>

/** The thread with a person on the number that is to write to them, made where there is none. */
export async function openConversation(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  wanted: OpenConversationInput,
): Promise<{ conversationId: string; channelId: string; isNew: boolean }> {
  const { channelId } = wanted
  const [channels, settings] = await Promise.all([listChannels(db, scope), readSettings(db, scope)])
  const writing = channels.filter(({ id }) => channelId === undefined || id === channelId)
  const region = homeRegion(writing.map(({ address }) => address))
  const { id: contactId, realm: contact } = await addresseeOf(db, encryption, scope, wanted, region, () => {
    const { defaultChannelId: defaultId } = settings
    const choice = chooseChannel({ chosenId: channelId ?? null, threadIds: [], defaultId, channels })
    if ('refused' in choice) throw refusal(choice)
    return channels.find(({ id }) => id === choice.channelId)!.providerKey
  })
  const threads = await threadsOf(db, scope, contactId)
  const choice = chooseChannel({
    chosenId: channelId ?? null,
    threadIds: threads,
    defaultId: settings.defaultChannelId,
    // A person's identities are their provider's: nobody is reached through another one.
    channels: channels.filter(({ providerKey }) => providerKey === contact.providerKey),
  })
  if ('refused' in choice) throw refusal(choice)
  const id = randomUUIDv7()
  const { rows } = await sql<{ id: string }>`
    insert into cc_external_conversations as c (id, tenant_id, organization_id, channel_id, contact_id)
    values (${id}, ${scope.tenantId}, ${scope.organizationId}, ${choice.channelId}, ${contactId})
    on conflict (channel_id, contact_id) do update set merged_into_id = null
    returning id`.execute(db)
  const conversationId = rows[0]!.id
  return { conversationId, channelId: choice.channelId, isNew: conversationId === id }
}

/** Somebody new is made known over the provider of the number that is to write to them. */
async function addresseeOf(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  { contactId, phone, channelId }: OpenConversationInput,
  region: string | null,
  chooseProvider: () => string,
): Promise<LiveContact> {
  if (contactId !== undefined) return findContact(db, scope, contactId)
  const number = readPhone(phone!, region)
  if (number === null) throw phoneInvalid()
  const [known] = channelId === undefined ? await findByPhone(db, encryption, scope, number) : []
  if (known) return findContact(db, scope, known.id)
  const { tenantId, organizationId } = scope
  const realm = { tenantId, organizationId, providerKey: chooseProvider() }
  return { id: await contactForPhone(db, encryption, realm, number, new Date()), realm }
}

async function threadsOf(db: Db, { tenantId, organizationId }: Scope, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ channelId: string }>`
    select channel_id as "channelId" from cc_external_conversations
    where contact_id = ${contactId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and merged_into_id is null
    order by last_message_at desc nulls last, id desc`.execute(db)
  return rows.map(({ channelId }) => channelId)
}

const REFUSALS = {
  channel_unknown: ['This number is not yours.', 'Choose one of your numbers.'],
  channel_disabled: ['This number is switched off.', 'Choose another number, or switch it on.'],
  no_channel: ['There is no number to write from.', 'Connect a number, or switch one on.'],
  choose_channel: [
    'There are several numbers, and none is the default.',
    'Say which number writes, or set the default number in the settings.',
  ],
} as const

function refusal({ refused }: Extract<ChannelChoice, { refused: string }>): ChannelError {
  const [sentence, action] = REFUSALS[refused]
  return new ChannelError(422, refused, sentence, action, { fieldErrors: { channelId: sentence } })
}
