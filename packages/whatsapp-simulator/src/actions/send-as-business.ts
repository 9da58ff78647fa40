import type { BusinessNumber, NumberOwner } from '../accounts/account.ts'
import { MESSAGES_PER_SECOND } from '../accounts/number-state.ts'
import { GraphError } from '../graph/graph-error.ts'
import { answered, isFreeEntryOpen } from '../rules/free-entry.ts'
import { type Pricing, pricingFor } from '../rules/pricing.ts'
import { isWithinPairRate, isWithinThroughput } from '../rules/send-rate.ts'
import type { SendRequest } from '../rules/send-request.ts'
import { renderTemplateSend } from '../rules/template/template-send.ts'
import { isWindowOpen, windowKey } from '../rules/window.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import type { Message, MessageContent } from '../world/message.ts'
import { numberStateOf } from '../world/number-state.ts'
import { heldWith } from '../world/template-state.ts'
import { createWamid } from '../world/wamid.ts'
import { carryOn } from './advance-message.ts'
import { isBlockedBy } from './block-users.ts'
import { filesById } from './files-of-send.ts'
import { refuseAsAsked } from './send-as-business-failure.ts'
import { checkIdentity } from './send-as-business-identity.ts'
import { findRecipient, readRecipient } from './send-as-business-recipient.ts'
import { checkQuoted, checkTarget } from './send-as-business-target.ts'

/** Accepts one message of a business, or throws the GraphError Meta would answer at once. */
export function sendAsBusiness(simulation: Simulation, owner: NumberOwner, request: SendRequest): Message {
  const { store, clock } = simulation
  refuseAsAsked(simulation, owner.number)
  const recipient = readRecipient(store.people, owner, request)
  const customer = findRecipient(store.people, owner, recipient)
  if (customer && isBlockedBy(owner, customer)) throw new GraphError(130403)
  const content = fillIn(owner, request, recipient)
  const files = filesById(simulation, owner.number.id, content)
  const chat = { phoneNumberId: owner.number.id, customer }
  checkIdentity(store.messages, request.identityKeyHash, chat)
  checkQuoted(simulation, request.contextWamid, chat)
  const windowOpen = customer !== null && hasOpenWindow(simulation, owner.number.id, customer.id)
  // Somebody who is not on WhatsApp never wrote, yet Meta says so only after accepting the message.
  if (content.type !== 'template' && customer && !windowOpen) throw new GraphError(131047)
  checkTarget(simulation, content, chat)
  checkRates(simulation, owner.number, customer)

  const now = isoNow(clock)
  const freeEntryUntil = customer && takeUpFreeEntry(simulation, owner.number.id, customer.id, content)
  const message: Message = {
    wamid: createWamid(),
    direction: 'outbound',
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    customerId: customer?.id ?? null,
    recipient,
    content,
    ...(files.length > 0 ? { files } : {}),
    contextWamid: request.contextWamid,
    callbackData: request.callbackData,
    sentAt: now,
    createdAt: now,
    status: 'accepted',
    history: [{ status: 'accepted', at: now }],
    error: null,
    pricing: priceOf(simulation, owner.number.id, content, windowOpen, freeEntryUntil !== null),
    ...(freeEntryUntil ? { freeEntryUntil } : {}),
    ...(customer?.blockedNumbers.includes(owner.number.id) ? { wasBlocked: true as const } : {}),
    ...heldWith(store.world, owner.account, content),
  }
  store.addMessage(message)
  carryOn(simulation, message)
  return message
}

function fillIn(owner: NumberOwner, request: SendRequest, recipient: Message['recipient']): MessageContent {
  if (request.content.type !== 'template') return request.content
  const content = renderTemplateSend(owner.account.templates, request.content.template)
  if (content.category === 'authentication' && recipient && 'userId' in recipient)
    throw new GraphError(131062)
  return content
}

function hasOpenWindow({ store, clock }: Simulation, phoneNumberId: string, customerId: string): boolean {
  return isWindowOpen(store.world.lastInboundAt[windowKey(phoneNumberId, customerId)], clock.now())
}

/** An answer opens what a message from an advertisement offered. Returns until when it is open, as ISO; null where not. */
function takeUpFreeEntry(
  { store: { world }, clock }: Simulation,
  phoneNumberId: string,
  customerId: string,
  content: MessageContent,
): string | null {
  const key = windowKey(phoneNumberId, customerId)
  // A reaction answers nothing.
  const entry =
    content.type === 'reaction' ? world.freeEntries[key] : answered(world.freeEntries[key], clock.now())
  if (!entry) return null
  world.freeEntries[key] = entry
  return isFreeEntryOpen(entry, clock.now()) ? new Date(entry.expiresAt!).toISOString() : null
}

function checkRates({ store, clock }: Simulation, number: BusinessNumber, customer: Customer | null): void {
  const { faults } = store.world
  const times = (list: readonly Message[]) => list.map((message) => Date.parse(message.createdAt))
  if (faults.enforceThroughput) {
    const perSecond = MESSAGES_PER_SECOND[numberStateOf(store.world, number).throughput]
    const sent = store.messages.latestSends(number.id, perSecond)
    if (!isWithinThroughput(times(sent), clock.now(), perSecond)) throw new GraphError(130429)
  }
  if (faults.enforcePairRate && customer) {
    const chat = store.messages.ofChat(number.id, customer.id)
    const pair = chat.filter((message) => message.direction === 'outbound')
    if (!isWithinPairRate(times(pair), clock.now())) throw new GraphError(131056)
  }
}

function priceOf(
  { store, clock }: Simulation,
  phoneNumberId: string,
  content: MessageContent,
  windowOpen: boolean,
  freeEntryOpen: boolean,
): Pricing {
  const now = clock.now()
  const category = content.type === 'template' ? (content.category as Pricing['category']) : 'service'
  const month = new Date(now).toISOString().slice(0, 'YYYY-MM'.length)
  const serviceMessagesThisMonth =
    category === 'service' ? store.messages.servicesIn(phoneNumberId, month) : 0
  return pricingFor({ category, windowOpen, freeEntryOpen, serviceMessagesThisMonth, at: now })
}
