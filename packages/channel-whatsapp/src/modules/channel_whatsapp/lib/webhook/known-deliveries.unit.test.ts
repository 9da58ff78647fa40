import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type {
  AccountEvent,
  DeliveryEvent,
  MessageEvent,
  StatusEvent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { readDelivery } from './read-delivery.ts'

type Facts = Record<string, unknown>

interface Entry {
  file: string
  expected: Facts[]
}

const repository = join(import.meta.dirname, '../../../../../../..')
const folder = join(repository, '../shared/fixtures/webhooks')
const index = join(folder, 'index.json')
const entries: Entry[] = existsSync(index) ? JSON.parse(readFileSync(index, 'utf8')).entries : []
if (entries.length === 0) console.warn('The payloads of other projects are not here: nothing is compared.')

/** What we make of a fact that others name so. Each has to be found, and to be the same. */
type Reading<E> = Record<string, (event: E, expected: unknown) => unknown>

const everywhere: Reading<DeliveryEvent> = {
  wabaId: ({ accountIdentifier }) => accountIdentifier,
  phoneNumberId: ({ channelIdentifier }) => channelIdentifier,
  kind: (_, expected) => expected,
}

const context: Reading<MessageEvent> = {
  replyToMessageId: ({ replyToExternalId }) => replyToExternalId,
  forwarded: ({ context }) => context.forwarded === 'once',
  frequentlyForwarded: ({ context }) => context.forwarded === 'often',
  referral: ({ context: { referral } }) => ({
    source_type: referral?.sourceType,
    source_id: referral?.sourceId,
    source_url: referral?.sourceUrl,
    headline: referral?.headline,
    ctwa_clid: referral?.clickId,
  }),
}

const media: Reading<MessageEvent> = {
  mediaId: (event) => mediaOf(event).media.id,
  mediaUrl: (event) => mediaOf(event).media.link,
  mimeType: (event) => mediaOf(event).media.mimeType,
  sha256: (event) => mediaOf(event).media.sha256,
  caption: (event) => mediaOf(event).caption,
  filename: (event) => mediaOf(event).filename,
  voice: (event) => mediaOf(event).isVoice,
  animated: (event) => mediaOf(event).isAnimated,
}

const answers: Reading<MessageEvent> = {
  interactiveType: ({ content }) =>
    content.type === 'reply'
      ? `${content.kind}_reply`
      : { form_answer: 'nfm_reply', call_permission: 'call_permission_reply' }[content.type as string],
  replyId: (event) => of('reply', event).id,
  replyTitle: (event) => of('reply', event).title,
  replyDescription: (event) => of('reply', event).description,
  buttonText: (event) => of('reply', event).title,
  buttonPayload: (event) => of('reply', event).id,
  flowName: (event) => of('form_answer', event).name,
  flowBody: (event) => of('form_answer', event).text,
  flowResponse: (event) => {
    const { values, token } = of('form_answer', event)
    return { ...values, ...(token !== null && { flow_token: token }) }
  },
  callPermission: (event) => {
    const { isGranted, expiresAt, isAutomatic } = of('call_permission', event)
    return {
      response: isGranted ? 'accept' : 'reject',
      ...(expiresAt && { expiration_timestamp: Date.parse(expiresAt) / 1000 }),
      response_source: isAutomatic ? 'automatic' : 'user_action',
    }
  },
}

const otherContent: Reading<MessageEvent> = {
  text: (event) => of('text', event).text,
  location: (event) => {
    const { type: _, ...place } = of('location', event)
    return place
  },
  contactCount: (event) => of('contacts', event).contacts.length,
  contactNames: (event) => of('contacts', event).contacts.map(({ name }) => name.formattedName),
  contactPhones: (event) =>
    of('contacts', event).contacts.flatMap(({ phones = [] }) => phones.map(({ phone }) => phone)),
  catalogId: (event) => of('order', event).catalogId,
  orderText: (event) => of('order', event).text ?? '',
  orderItems: (event) =>
    of('order', event).items.map(({ productId, quantity, unitPrice, currency }) => ({
      product_retailer_id: productId,
      quantity,
      item_price: Number(unitPrice),
      currency,
    })),
  reactedMessageId: (event) => of('reaction', event).targetExternalId,
  emoji: (event) => of('reaction', event).emoji,
  reactionRemoved: (event) => of('reaction', event).emoji === null,
  originalMessageId: ({ content }) => 'targetExternalId' in content && content.targetExternalId,
  editedType: (event) => of('edit', event).content.type,
  editedText: (event) => {
    const { content } = of('edit', event)
    return content.type === 'text' && content.text
  },
  editedCaption: (event) => {
    const { content } = of('edit', event)
    return 'caption' in content && content.caption
  },
  systemType: (event) =>
    ({ identity_changed: 'customer_identity_changed', phone_changed: 'user_changed_number' })[
      of('system', event).kind as string
    ],
  systemBody: (event) => of('system', event).text,
  identityHash: (event) => of('system', event).current,
  newWaId: (event) => of('system', event).current?.slice(1),
  unsupportedType: (event) => of('unsupported', event).kind,
  // Our sentence is Meta's for the code; the code itself is in the payload.
  errorCodes: (event) => errorCodesIn(of('unsupported', event).payload),
}

const messages: Reading<MessageEvent> = {
  ...context,
  ...media,
  ...answers,
  ...otherContent,
  field: ({ origin, content }) =>
    origin === 'device' ? 'smb_message_echoes' : isPreference(content) ? 'user_preferences' : 'messages',
  direction: ({ direction }) => direction,
  messageId: ({ externalMessageId }) => externalMessageId,
  timestamp: ({ sentAt }) => inSeconds(sentAt),
  type: ({ content }, expected) => wireTypeOf(content, expected),
  from: ({ contact, direction }, expected) => (direction === 'inbound' ? contact.phone?.slice(1) : expected),
  fromUserId: ({ contact }) => contact.userId,
  to: ({ contact }) => contact.phone?.slice(1),
  toUserId: ({ contact }) => contact.userId,
  /** Of whole companies; a person's own id is enough. */
  toParentUserId: (_, expected) => expected,
  // Ours comes only from the contact who wrote, whose id is then known as well; theirs from the first.
  profileName: ({ contact }, expected) => contact.displayName ?? (contact.userId ? null : expected),
  waId: ({ contact }) => contact.phone?.slice(1),
  userId: (event) => (isPreference(event.content) ? event.contact.userId : null),
  category: ({ content }) => isPreference(content) && 'marketing_messages',
  value: (event) =>
    ({ marketing_stopped: 'stop', marketing_resumed: 'resume', marketing_signed_up: 'signup' })[
      of('system', event).kind as string
    ],
}

const calls: Reading<MessageEvent> = {
  field: () => 'calls',
  callId: (event) => callIdOf(event),
  messageId: (event) => callIdOf(event),
  event: (event) => of('call', event).name,
  direction: (event) => (of('call', event).isByCustomer ? 'USER_INITIATED' : 'BUSINESS_INITIATED'),
  from: ({ contact, direction }, expected) => (direction === 'inbound' ? contact.phone?.slice(1) : expected),
  to: ({ contact, direction }, expected) => (direction === 'outbound' ? contact.phone?.slice(1) : expected),
  status: (event) => {
    const { event: name, isAnswered } = of('call', event)
    if (name === 'started') return null
    return name === 'ended' ? isAnswered && 'COMPLETED' : of('call', event).name
  },
  timestamp: ({ sentAt }) => inSeconds(sentAt),
  recipientId: ({ contact }) => contact.phone?.slice(1),
  /** Calls are not ours to make, so nothing of ours comes back with them. */
  bizOpaqueCallbackData: (_, expected) => expected,
}

const statuses: Reading<StatusEvent> = {
  field: () => 'messages',
  messageId: ({ externalMessageId }) => externalMessageId,
  status: ({ status }) => status,
  timestamp: ({ occurredAt }) => inSeconds(occurredAt),
  bizOpaqueCallbackData: ({ callbackData }) => callbackData,
  errorCodes: ({ error }) => [Number(error?.providerCode)],
  pricing: ({ pricing }) => ({
    billable: pricing?.billable,
    pricing_model: pricing?.model,
    category: pricing?.category,
  }),
  recipientParticipantUserId: ({ participant }) => participant,
  // Whom a status is about is known from its message; conversations are no longer what Meta bills by.
  recipientId: (_, expected) => expected,
  recipientType: (_, expected) => expected,
  recipientParticipantId: (_, expected) => expected,
  conversation: (_, expected) => expected,
}

/** What became of it is the business of whoever reads account changes: here each value has to be in it. */
const inDetail = ({ detail }: AccountEvent, expected: unknown) =>
  expected === 'NONE' || isWithin(expected, detail) ? expected : undefined

const accounts: Reading<AccountEvent> = {
  // Meta names the business portfolio where it names the account otherwise; the account is in the value.
  wabaId: (event, expected) => (isAboutPartner(event) ? expected : event.accountIdentifier),
  field: ({ field }) => field.split('.')[0],
  event: inDetail,
  errorCodes: ({ detail }) => [detail.code],
  restriction_info: ({ detail }, expected) =>
    (expected as Facts[]).every(({ restriction_type }) => isWithin(restriction_type, detail)) && expected,
  waba_info: ({ accountIdentifier }, expected) =>
    (expected as Facts).waba_id === accountIdentifier && expected,
  disconnection_info: inDetail,
  message_template_id: inDetail,
  message_template_name: inDetail,
  message_template_language: inDetail,
  message_template_category: inDetail,
  message_template_element: inDetail,
  new_category: inDetail,
  previous_quality_score: inDetail,
  new_quality_score: inDetail,
  reason: inDetail,
}

describe('payloads that others recorded', () => {
  it.each(entries)('mean to us what they mean to them: $file', ({ file, expected }) => {
    const text = filledIn(readFileSync(join(folder, file), 'utf8'))
    const wanted: Facts[] = JSON.parse(filledIn(JSON.stringify(expected)))
    const events = readDelivery(new TextEncoder().encode(text))
    for (const facts of wanted) {
      const event = events[wanted.indexOf(facts)]
      if (!event) throw new Error('There is no event for it.')
      for (const [key, value] of Object.entries(facts)) {
        expect({ [key]: read(event, facts, key, value) }).toEqual({ [key]: value })
      }
    }
    const errorsBesideACall = events.filter((event) => event.kind === 'account').length
    expect(events.length - wanted.length).toBeLessThanOrEqual(errorsBesideACall)
  })
})

if (entries.length === 0) it.skip('payloads that others recorded are compared where they are', () => {})

function read(event: DeliveryEvent, facts: Facts, key: string, value: unknown): unknown {
  if (event.kind === 'other') throw new Error(`It was only counted, as ${event.field}.`)
  const reading = { ...everywhere, ...readingOf(event) } as Reading<DeliveryEvent>
  const one = Object.hasOwn(reading, key) ? reading[key] : undefined
  if (!one) throw new Error(`Nothing says what ${key} of ${facts.kind} is.`)
  return one(event, value)
}

function readingOf(event: DeliveryEvent): object {
  if (event.kind === 'message') return event.content.type === 'call' ? calls : messages
  return event.kind === 'status' ? statuses : accounts
}

function of<T extends MessageContent['type']>(type: T, { content }: MessageEvent) {
  if (content.type !== type) throw new Error(`It is no ${type} but ${content.type}.`)
  return content as Extract<MessageContent, { type: T }>
}

function mediaOf({ content }: MessageEvent) {
  if (!('media' in content)) throw new Error(`${content.type} is no file.`)
  return content
}

function wireTypeOf(content: MessageContent, expected: unknown): unknown {
  switch (content.type) {
    case 'reply':
      return content.kind === 'template_button' ? 'button' : 'interactive'
    case 'form_answer':
    case 'call_permission':
      return 'interactive'
    case 'unsupported':
      return (content.payload as Facts).type
    default:
      return expected === 'voice' ? 'audio' : content.type
  }
}

function isPreference(content: MessageContent): boolean {
  return content.type === 'system' && content.kind.startsWith('marketing_')
}

function callIdOf(event: MessageEvent): string {
  return of('call', event).targetExternalId ?? event.externalMessageId
}

function inSeconds(time: Date): string {
  return String(time.getTime() / 1000)
}

function errorCodesIn(payload: unknown): unknown {
  return (payload as { errors: { code: number }[] }).errors.map(({ code }) => code)
}

function isAboutPartner({ field, detail }: AccountEvent): boolean {
  return field === 'account_update' && String(detail.event).startsWith('PARTNER_')
}

/** Whether every leaf of it is somewhere in the other. */
function isWithin(part: unknown, whole: unknown): boolean {
  const leaves = new Set(leavesOf(whole))
  return leavesOf(part).every((leaf) => leaves.has(leaf))
}

function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.values(value).flatMap(leavesOf)
}

/** Some payloads name their ids instead of giving them; a phone has to look like one. */
function filledIn(text: string): string {
  return text.replace(/<([A-Z]+_[A-Z_]+)>/g, (_, name: string) =>
    name.includes('PHONE_NUMBER') ? `1555000${1000 + name.length}` : name,
  )
}
