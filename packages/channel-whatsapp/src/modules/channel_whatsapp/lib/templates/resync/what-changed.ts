import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import type { ErrorName } from '../../errors/known-error.ts'
import type { Template } from '../component.ts'

const BY_STATUS: Record<string, ErrorName> = {
  PAUSED: 'template_paused',
  DISABLED: 'template_disabled',
  PENDING: 'template_back_in_review',
  IN_APPEAL: 'template_back_in_review',
  REJECTED: 'template_now_rejected',
}

/** Where a value stands that no longer fits, below `content.parameters`; the first that applies counts. */
const BY_PLACE: [RegExp, ErrorName][] = [
  [/^cards/, 'template_cards_changed'],
  [/^headerObject/, 'template_header_changed'],
  [/^buttons/, 'template_buttons_changed'],
  [/^(header|body|offerExpiresAt)/, 'template_values_changed'],
]

/**
 * By its name, what is so different about a template that a message written before can leave no more; null where its
 * refusal says nothing of the kind.
 *
 * @param refusal what `prepareTemplate` said to the same request
 */
export function whatChanged(template: Template | null, refusal: unknown): ErrorName | null {
  if (!template) return 'template_deleted'
  if (!(refusal instanceof ChannelError)) return null
  if (refusal.code === 'template_not_approved') {
    const status = template.status.toUpperCase()
    return Object.hasOwn(BY_STATUS, status) ? BY_STATUS[status]! : 'template_unavailable'
  }
  const { fieldErrors = {} } = refusal.body as { fieldErrors?: Record<string, string> }
  const [path] = Object.keys(fieldErrors)
  const place = path?.replace(/^content\.parameters\./, '') ?? ''
  return BY_PLACE.find(([pattern]) => pattern.test(place))?.[1] ?? 'template_unavailable'
}
