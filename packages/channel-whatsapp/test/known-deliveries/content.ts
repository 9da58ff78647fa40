import type { MessageEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { of, type Reading } from './reading.ts'

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

/** What is in a message, whoever wrote it. */
export const contents: Reading<MessageEvent> = { ...media, ...answers, ...otherContent }

function mediaOf({ content }: MessageEvent) {
  if (!('media' in content)) throw new Error(`${content.type} is no file.`)
  return content
}

function errorCodesIn(payload: unknown): unknown {
  return (payload as { errors: { code: number }[] }).errors.map(({ code }) => code)
}
