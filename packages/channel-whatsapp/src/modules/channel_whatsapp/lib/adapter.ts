import { applyAccountEvents } from './account/apply-account-events.ts'
import { setBlocked } from './blocks/set-blocked.ts'
import { capabilities } from './capabilities.ts'
import { resolveCredentials } from './connections/resolve-credentials.ts'
import type { WhatsAppExtendedAdapter } from './extended-adapter.ts'
import { extendedMethods } from './extended-methods.ts'
import { healthOfNumber } from './health/sender-health.ts'
import { markRead } from './mark-read.ts'
import { mediaRules } from './media/media-rules.ts'
import { paceOfNumber } from './numbers/pace.ts'
import { prepareContent } from './prepare-content.ts'
import { PROVIDER_KEY } from './provider.ts'
import { regionOfUserId } from './region-of-user-id.ts'
import { sendContent } from './send-content.ts'
import { standardMethods } from './standard-methods.ts'
import { describeTemplates, templatesFor } from './templates/describe-templates.ts'
import { readDelivery } from './webhook/read-delivery.ts'
import { FREE_ENTRY, WINDOW_MS } from './window.ts'

/** Meta takes reactions to messages of the last 30 days. */
const REACTION_WITHIN_MS = 30 * 24 * 60 * 60 * 1000

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform#pair-rate-limits */
const PAIR_RULE = { spacingMs: 6_000, burst: 45 }

/** Marketing to numbers of the United States is not delivered since April 2025. */
const NO_MARKETING_IN = ['US']

export const whatsappAdapter: WhatsAppExtendedAdapter = {
  providerKey: PROVIDER_KEY,
  channelType: 'whatsapp',
  capabilities,
  rules: {
    windowMs: WINDOW_MS,
    freeEntry: FREE_ENTRY,
    reactionWithinMs: REACTION_WITHIN_MS,
    media: mediaRules,
    pair: PAIR_RULE,
    noMarketingIn: NO_MARKETING_IN,
  },
  paceOf: paceOfNumber,
  healthOf: healthOfNumber,
  describeTemplates,
  templatesFor,
  regionOfUserId,
  ...standardMethods,
  ...extendedMethods,
  readDelivery,
  prepareContent,
  sendContent,
  markRead,
  applyAccountEvents,
  setBlocked,
  resolveCredentials,
}
