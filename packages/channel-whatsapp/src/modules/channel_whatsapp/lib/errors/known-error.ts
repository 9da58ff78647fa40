import type { SendBlame } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type texts from '../../i18n/en.json'
import type { Retry } from './retry.ts'

type NameIn<Key> = Key extends `channel_whatsapp.problem.${infer Name}.reason` ? Name : never

/** Our names for what goes wrong with Meta: exactly those that have words for a person. */
export type ErrorName = NameIn<keyof typeof texts>

export interface KnownError {
  /** Meta's codes. Several share an error where a person would be told the same. */
  codes: readonly (number | { from: number; to: number })[]
  error: ErrorName
  retry: Retry
  /** Who or what stands behind it where a message was refused. Absent: the message. */
  blame?: Exclude<SendBlame, 'message'>
  /** The access token ended: the connection stands still until somebody enters a new one. */
  reauthorise?: true
  /** The person has told Meta that they want no more of it. */
  endsConsent?: 'marketing'
}

export const NEVER: Retry = { kind: 'never' }
export const WHEN_FIXED: Retry = { kind: 'when_fixed' }
export const BACKOFF: Retry = { kind: 'backoff' }

const MINUTE_MS = 60_000
export const minutes = (count: number) => count * MINUTE_MS
export const hours = (count: number) => minutes(count * 60)
