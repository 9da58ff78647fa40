import { previewOf } from '../content/preview.ts'
import type { ContactIdentity, DeliveryEvent } from '../delivery-event.ts'
import type { FactView } from './fact-view.ts'

type Words = Omit<FactView, 'outcome' | 'hint' | 'number' | 'messageId' | 'conversationId'>

const NOTHING = {
  at: null,
  direction: null,
  origin: null,
  contentType: null,
  preview: null,
  who: null,
  status: null,
  error: null,
  field: null,
  externalId: null,
}

/** What an event says, for a person to read. */
export function wordsOfEvent(event: DeliveryEvent): Words {
  switch (event.kind) {
    case 'message':
      return {
        ...NOTHING,
        kind: 'message',
        at: event.sentAt.toISOString(),
        direction: event.direction,
        origin: event.origin,
        contentType: event.content.type,
        preview: previewOf(event.content) || null,
        who: nameOf(event.contact),
        status: event.status,
        field: event.content.type === 'unsupported' ? event.content.kind : null,
        externalId: event.externalMessageId,
      }
    case 'status':
      return {
        ...NOTHING,
        kind: 'status',
        at: event.occurredAt.toISOString(),
        who: event.participant ?? nameOf(event.contact ?? null),
        status: event.status,
        error: event.error?.message ?? null,
        externalId: event.externalMessageId,
      }
    case 'name':
      return {
        ...NOTHING,
        kind: 'name',
        at: event.savedAt.toISOString(),
        who: `${event.name} (${event.phone})`,
      }
    case 'account':
      return {
        ...NOTHING,
        kind: 'account',
        at: event.occurredAt?.toISOString() ?? null,
        field: event.field,
      }
    case 'other':
      return { ...NOTHING, kind: 'other', field: event.field }
  }
}

export function wordsOfUnreadable(reason: string): Words {
  return { ...NOTHING, kind: 'unreadable', error: reason }
}

function nameOf(contact: ContactIdentity | null): string | null {
  return contact && (contact.displayName ?? contact.username ?? contact.phone ?? contact.userId)
}
