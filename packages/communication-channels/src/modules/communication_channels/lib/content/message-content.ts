import { z } from 'zod'
import { callPermissionContent, formAnswerContent, replyContent } from './answers.ts'
import { editContent, reactionContent, reactionRequest, revokeContent } from './companions.ts'
import { contactCardsContent, contactCardsRequest } from './contact-cards.ts'
import { interactiveContent } from './interactive.ts'
import { locationContent, locationRequest } from './location.ts'
import { mediaContent, mediaRequests } from './media.ts'
import { callContent, systemContent } from './notices.ts'
import { orderContent } from './order.ts'
import { templateContent, templateRequest } from './template.ts'
import { textContent, textRequest } from './text.ts'
import { unsupportedContent } from './unsupported.ts'

/** What a message says, in the hub's own terms. Providers translate to and from their wire format. */
export const messageContent = z.discriminatedUnion('type', [
  textContent,
  mediaContent,
  locationContent,
  contactCardsContent,
  templateContent,
  interactiveContent,
  reactionContent,
  editContent,
  revokeContent,
  replyContent,
  formAnswerContent,
  callPermissionContent,
  orderContent,
  systemContent,
  callContent,
  unsupportedContent,
])
export type MessageContent = z.infer<typeof messageContent>

/** What a person or another module may ask to send. */
export const outboundRequest = z.discriminatedUnion('type', [
  textRequest,
  ...mediaRequests,
  locationRequest,
  contactCardsRequest,
  reactionRequest,
  templateRequest,
  interactiveContent,
])
export type OutboundRequest = z.infer<typeof outboundRequest>

/** As it leaves: a template filled in, a reaction with the provider's id of its message. */
export type OutboundContent = Extract<MessageContent, { type: OutboundRequest['type'] }>

/** Free-form content needs an open conversation window; a template does not. */
export function isFreeForm(content: { type: string }): boolean {
  return content.type !== 'template'
}

/** The provider's id of the message on which this one is shown; null for one that stands by itself. */
export function targetOf(content: MessageContent): string | null {
  return 'targetExternalId' in content ? content.targetExternalId : null
}
