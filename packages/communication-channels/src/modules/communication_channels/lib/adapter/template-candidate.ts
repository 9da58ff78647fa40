import type { TemplateRequest } from '../content/template.ts'
import type { NotificationData } from '../notifications/notification-value.ts'
import type { ConnectionInput } from './connection-input.ts'

/** How far a template can be used. The provider's own words for its states are the provider's. */
export const TEMPLATE_STATES = [
  'usable',
  'missing',
  'in_review',
  'rejected',
  'paused',
  'disabled',
  'unsupported',
] as const
export type TemplateState = (typeof TEMPLATE_STATES)[number]

/** A template as the policy sees it. */
export interface TemplateCandidate {
  name: string
  language: string
  purpose: 'utility' | 'marketing' | 'authentication'
  state: TemplateState
  /** What of its variables the caller's data leaves open; empty where a person filled it in. */
  missing: string[]
  /** Filled in; null where something is missing. */
  content: TemplateRequest | null
}

export interface DescribeTemplatesInput extends ConnectionInput {
  templates: { name: string; language: string }[]
}

/** A notification of the business: which one, about what, and in which languages. */
export interface NotificationInput extends ConnectionInput {
  notification: NotificationRequest
}

export interface NotificationRequest {
  name: string
  /** Locales, in the order in which they are to be tried; one at least. */
  languages: string[]
  /** By the names of a template's variables. Money and dates are written as the template's language has it. */
  data: NotificationData
}
