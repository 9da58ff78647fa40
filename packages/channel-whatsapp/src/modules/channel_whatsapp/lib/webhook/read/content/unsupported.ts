import type { UnsupportedContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/unsupported'
import { isRecord } from '../meta-values.ts'
import { type WebhookError, wordsOf } from '../webhook-error.ts'

/** A kind that Meta keeps to itself, that is new, or that does not look as documented. Nothing of it is lost. */
export function readUnsupported(
  type: string,
  payload: Record<string, unknown>,
  error: WebhookError | null,
): UnsupportedContent {
  const part = Object.hasOwn(payload, type) ? payload[type] : null
  const named = isRecord(part) && typeof part.type === 'string' && part.type !== '' ? part.type : null
  return {
    type: 'unsupported',
    kind: type === 'unsupported' ? (named ?? type) : type,
    reason: error && wordsOf(error),
    text: isRecord(part) ? firstWordsIn(part) : null,
    payload,
  }
}

const WORDS = ['caption', 'body', 'text', 'title', 'emoji', 'name', 'filename'] as const

function firstWordsIn(part: Record<string, unknown>): string | null {
  const nested = Object.values(part).find((value) => isRecord(value) && typeof value.title === 'string')
  const words = [...WORDS.map((name) => part[name]), isRecord(nested) ? nested.title : null]
  return words.find((word): word is string => typeof word === 'string' && word !== '') ?? null
}
