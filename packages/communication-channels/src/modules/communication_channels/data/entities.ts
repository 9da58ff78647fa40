import { defineEntity, p } from '@mikro-orm/core'
import type { StatusError } from '../lib/delivery-event.ts'
import type { Lane } from '../lib/outbox/lane.ts'
import type { Decision, Stop } from '../lib/policy/decision.ts'
import type { Purpose } from '../lib/policy/purpose.ts'
import { scoped, scopeFilter } from './scoped.ts'

/** A number, or another address of the business, that customers write to. */
const CommunicationChannelSchema = defineEntity({
  name: 'CommunicationChannel',
  tableName: 'cc_communication_channels',
  filters: scopeFilter,
  properties: {
    ...scoped,
    providerKey: p.text(),
    channelType: p.text(),
    /** One set of credentials at the provider; it may have several numbers. */
    connectionId: p.uuid(),
    externalIdentifier: p.text(),
    accountIdentifier: p.text().nullable(),
    /** Within it a person has one user id. Null until the provider says which it is. */
    portfolioIdentifier: p.text().nullable(),
    address: p.text().nullable(),
    displayName: p.text(),
    isEnabled: p.boolean().default(true),
    createdAt: p.datetime().onCreate(() => new Date()),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
})
export class CommunicationChannel extends CommunicationChannelSchema.class {}
CommunicationChannelSchema.setClass(CommunicationChannel)

/** Who is at the other end. Found by its identities, never by its name. */
const ExternalContactSchema = defineEntity({
  name: 'ExternalContact',
  tableName: 'cc_external_contacts',
  filters: scopeFilter,
  properties: {
    ...scoped,
    providerKey: p.text(),
    displayName: p.text().nullable(),
    phone: p.text().nullable(),
    userId: p.text().nullable(),
    username: p.text().nullable(),
    /** Which contact goes on for this one. */
    mergedIntoId: p.uuid().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
})
export class ExternalContact extends ExternalContactSchema.class {}
ExternalContactSchema.setClass(ExternalContact)

/** The thread of one contact on one channel. */
const ExternalConversationSchema = defineEntity({
  name: 'ExternalConversation',
  tableName: 'cc_external_conversations',
  filters: scopeFilter,
  properties: {
    ...scoped,
    channelId: p.uuid(),
    contactId: p.uuid(),
    conversationWindowExpiresAt: p.datetime().nullable(),
    lastInboundAt: p.datetime().nullable(),
    lastMessageAt: p.datetime().nullable(),
    lastMessageId: p.uuid().nullable(),
    lastMessageIsWord: p.boolean().default(false),
    unreadCount: p.integer().default(0),
    /** Which conversation goes on for this one. */
    mergedIntoId: p.uuid().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
})
export class ExternalConversation extends ExternalConversationSchema.class {}
ExternalConversationSchema.setClass(ExternalConversation)

/** One message. An outbound one is also the outbox's work item (`lib/outbox`). */
const ExternalMessageSchema = defineEntity({
  name: 'ExternalMessage',
  tableName: 'cc_external_messages',
  filters: scopeFilter,
  properties: {
    ...scoped,
    channelId: p.uuid(),
    conversationId: p.uuid(),
    /** Under what it was filed, or to whom of a contact's identities it was written. */
    identityId: p.uuid().nullable(),
    /** Until when it holds the conversation window open. */
    windowUntil: p.datetime().nullable(),
    direction: p.text().$type<'inbound' | 'outbound'>(),
    /** Where it was written: `api` is here. */
    origin: p.text().$type<'api' | 'live' | 'device' | 'history'>(),
    externalMessageId: p.text().nullable(),
    contentType: p.text(),
    /** JSON of a `MessageContent`, encrypted. */
    content: p.text(),
    /** JSON of a `MessageContext`, encrypted; null where there is nothing to say. */
    context: p.text().nullable(),
    /** A `MessageStatus`; null for what came in. */
    status: p.text().nullable(),
    statusRank: p.smallint().default(0),
    error: p.json<StatusError>().nullable(),
    /** Taken by the provider and kept back there: a `SendHold`. */
    hold: p.text().nullable(),
    replyToExternalId: p.text().nullable(),
    /** The message on which this one is shown: a reaction, an edit, a withdrawal, the end of a call. */
    targetExternalId: p.text().nullable(),
    authorUserId: p.uuid().nullable(),
    authorName: p.text().nullable(),
    idempotencyKey: p.text().nullable(),
    requestHash: p.text().nullable(),
    /** When staff saw it; null for unread. */
    seenAt: p.datetime().nullable(),
    attemptCount: p.smallint().default(0),
    nextAttemptAt: p.datetime().nullable(),
    claimedUntil: p.datetime().nullable(),
    /** Which sender holds it. */
    claimId: p.uuid().nullable(),
    /** Null for what came in. */
    lane: p.text().$type<Lane>().nullable(),
    /** A rank of `PRIORITIES`: the lowest leaves first. */
    priority: p.smallint().default(1),
    /** Not before then. */
    scheduledAt: p.datetime().nullable(),
    /** Why it has not left yet: a `WaitCode`. */
    waitCode: p.text().nullable(),
    batchId: p.uuid().nullable(),
    /** What goes out when the provider refuses the form of the content. Encrypted, as is what was refused. */
    fallbackText: p.text().nullable(),
    refusedContent: p.text().nullable(),
    refusedError: p.json<StatusError>().nullable(),
    /** Of a notification in plain words: the template that leaves in their place after the window. Encrypted. */
    templateContent: p.text().nullable(),
    /** Which template it is; null for anything else. In the clear: what became of a template is asked by it. */
    templateName: p.text().nullable(),
    templateLanguage: p.text().nullable(),
    /** For what it is; null for what came in. */
    purpose: p.text().$type<Purpose>().nullable(),
    /** The notification that it carries. */
    notification: p.text().nullable(),
    /** When the person asked for it: the basis of a code. */
    requestedAt: p.datetime().nullable(),
    /** What the policy said when it was queued. What it said when it left is kept with the attempt. */
    decision: p.json<Decision>().nullable(),
    /** What stopped it while it waited, as the policy said at that moment. */
    stopped: p.json<Stop>().nullable(),
    /** Until when an answer to it opens the free-entry window. */
    freeEntryOfferedUntil: p.datetime().nullable(),
    /** The message that a person had sent again by this one, because nobody knew whether it had gone out. */
    resendOf: p.uuid().nullable(),
    settledAs: p.text().$type<'resent' | 'left'>().nullable(),
    settledAt: p.datetime().nullable(),
    settledBy: p.uuid().nullable(),
    /** The provider's time; for a message of ours, when it was asked for. */
    sentAt: p.datetime(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
})
export class ExternalMessage extends ExternalMessageSchema.class {}
ExternalMessageSchema.setClass(ExternalMessage)

/** A file that messages carry: received, uploaded by staff, or fetched from a link. Its bytes are an attachment. */
const MediaFileSchema = defineEntity({
  name: 'MediaFile',
  tableName: 'cc_media_files',
  filters: scopeFilter,
  properties: {
    ...scoped,
    origin: p.text().$type<'received' | 'uploaded' | 'fetched'>(),
    state: p.text().$type<'waiting' | 'stored' | 'failed' | 'removed'>(),
    /** The number that a received one came to. */
    channelId: p.uuid().nullable(),
    externalMediaId: p.text().nullable(),
    /** Encrypted, as is the name. */
    link: p.text().nullable(),
    fileName: p.text().nullable(),
    /** By its content. Until it is there: as the provider says. */
    mimeType: p.text().nullable(),
    byteSize: p.bigint('number').nullable(),
    /** Hex. */
    sha256: p.text().nullable(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    durationMs: p.integer().nullable(),
    isAnimated: p.boolean().default(false),
    audioCodec: p.text().nullable(),
    audioChannels: p.smallint().nullable(),
    videoCodec: p.text().nullable(),
    attachmentId: p.uuid().nullable(),
    previewAttachmentId: p.uuid().nullable(),
    playableAttachmentId: p.uuid().nullable(),
    hint: p.text().nullable(),
    error: p.json<StatusError>().nullable(),
    attemptCount: p.smallint().default(0),
    nextAttemptAt: p.datetime().nullable(),
    claimedUntil: p.datetime().nullable(),
    createdBy: p.uuid().nullable(),
    storedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
})
export class MediaFile extends MediaFileSchema.class {}
MediaFileSchema.setClass(MediaFile)
