import { type MessageContent, targetOf } from '../content/message-content.ts'
import type { DeliveryEvent } from '../delivery-event.ts'
import { soundText, soundValues } from '../sound-text.ts'

/** Clocks differ a little. What lies further ahead is no time at which anybody wrote. */
const CLOCK_SKEW_MS = 5 * 60 * 1000

/**
 * The event as it can be kept, whatever its provider wrote. PostgreSQL takes neither NUL in text nor half a surrogate
 * pair in JSON, and one such character would cost the whole delivery; of the content only the name of the message that
 * it is about is touched, the rest is kept encrypted. A time that is none, or still to come, is taken for the time of
 * receipt: a later one would hold the conversation window open and the thread at the top of the list until then.
 */
export function soundEvent(event: DeliveryEvent, receivedAt: Date): DeliveryEvent {
  switch (event.kind) {
    case 'message':
      return {
        ...event,
        externalMessageId: soundText(event.externalMessageId),
        replyToExternalId: event.replyToExternalId && soundText(event.replyToExternalId),
        sentAt: soundTime(event.sentAt, receivedAt),
        content: soundTarget(event.content),
      }
    case 'account':
      return {
        ...event,
        field: soundText(event.field.slice(0, 100)),
        key: soundText(event.key),
        occurredAt: event.occurredAt && soundTime(event.occurredAt, receivedAt),
        detail: soundDeep(event.detail) as Record<string, unknown>,
      }
    case 'status':
      return {
        ...event,
        externalMessageId: soundText(event.externalMessageId),
        participant: event.participant && soundText(event.participant),
        occurredAt: soundTime(event.occurredAt, receivedAt),
        error: event.error && soundValues(event.error),
        pricing: event.pricing && soundValues(event.pricing),
      }
    case 'name':
      return { ...event, savedAt: soundTime(event.savedAt, receivedAt) }
    case 'other':
      return { ...event, field: soundText(event.field.slice(0, 100)) }
  }
}

function soundTarget(content: MessageContent): MessageContent {
  const target = targetOf(content)
  return target === null ? content : ({ ...content, targetExternalId: soundText(target) } as MessageContent)
}

function soundDeep(value: unknown): unknown {
  if (typeof value === 'string') return soundText(value)
  if (Array.isArray(value)) return value.map(soundDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [soundText(key), soundDeep(one)]))
}

function soundTime(at: Date, receivedAt: Date): Date {
  const latest = receivedAt.getTime() + CLOCK_SKEW_MS
  return at.getTime() >= 0 && at.getTime() <= latest ? at : receivedAt
}
