import { digitsOf, findNumber, type NumberOwner } from '../accounts/account.ts'
import { GraphError } from '../graph/graph-error.ts'
import { callingCodeOf, isUserId, readRecipientPhone } from '../rules/phone-number.ts'
import { type Pricing, pricingFor } from '../rules/pricing.ts'
import { isWithinPairRate, isWithinThroughput } from '../rules/send-rate.ts'
import type { SendRequest } from '../rules/send-request.ts'
import { renderTemplateSend } from '../rules/template-send.ts'
import { isWindowOpen, windowKey } from '../rules/window.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import type { Message, MessageContent } from '../world/message.ts'
import { createWamid } from '../world/wamid.ts'
import { carryOn } from './advance-message.ts'

/** Accepts one message of a business, or throws the GraphError Meta would answer at once. */
export function sendAsBusiness(simulation: Simulation, owner: NumberOwner, request: SendRequest): Message {
  const { store, clock } = simulation
  takeFailure(simulation)
  const recipient = readRecipient(simulation, owner, request)
  const customer = findRecipient(store.world.customers, recipient)
  const content = readContent(owner, request)
  if (request.contextWamid && !store.message(request.contextWamid)) {
    throw new GraphError(131009, { details: `Message with id ${request.contextWamid} does not exist.` })
  }
  const windowOpen = customer !== null && hasOpenWindow(simulation, owner.number.id, customer.id)
  // Somebody who is not on WhatsApp never wrote, yet Meta says so only after accepting the message.
  if (content.type !== 'template' && customer && !windowOpen) throw new GraphError(131047)
  checkRates(simulation, owner.number.id, customer)

  const now = isoNow(clock)
  const message: Message = {
    wamid: createWamid(),
    direction: 'outbound',
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    customerId: customer?.id ?? null,
    recipient,
    content,
    contextWamid: request.contextWamid,
    callbackData: request.callbackData,
    sentAt: now,
    createdAt: now,
    status: 'accepted',
    history: [{ status: 'accepted', at: now }],
    error: null,
    pricing: priceOf(simulation, owner.number.id, content, windowOpen),
  }
  store.addMessage(message)
  carryOn(simulation, message)
  return message
}

function takeFailure({ store }: Simulation): void {
  const code = store.world.faults.failNextSends.shift()
  if (code === undefined) return
  store.changed({ kind: 'faults', faults: store.world.faults })
  throw new GraphError(code)
}

function readRecipient(
  simulation: Simulation,
  owner: NumberOwner,
  request: SendRequest,
): NonNullable<Message['recipient']> {
  if (!request.to) {
    if (isUserId(request.recipient!)) return { userId: request.recipient! }
    throw new GraphError(131009, { details: "Parameter 'recipient' must be a business-scoped user id." })
  }
  if (isUserId(request.to)) throw new GraphError(131026)
  const known = (phone: string) =>
    simulation.store.world.customers.some((customer) => customer.phone === phone)
  const ownPhone = owner.number.displayPhoneNumber
  const phone = readRecipientPhone(request.to, callingCodeOf(ownPhone), known)
  if (!phone) throw new GraphError(131009, { details: "Parameter 'to' must be a phone number." })
  if (digitsOf(phone) === digitsOf(ownPhone) || digitsOf(request.to) === digitsOf(ownPhone))
    throw new GraphError(131021)
  return { phone }
}

function findRecipient(
  customers: Customer[],
  recipient: { phone: string } | { userId: string },
): Customer | null {
  const found = customers.find((customer) =>
    'phone' in recipient ? customer.phone === recipient.phone : customer.userId === recipient.userId,
  )
  return found ?? null
}

function readContent(owner: NumberOwner, request: SendRequest): MessageContent {
  if (request.content.type === 'text') return request.content
  return renderTemplateSend(owner.account.templates, request.content.template)
}

function hasOpenWindow({ store, clock }: Simulation, phoneNumberId: string, customerId: string): boolean {
  return isWindowOpen(store.world.lastInboundAt[windowKey(phoneNumberId, customerId)], clock.now())
}

function checkRates({ store, clock }: Simulation, phoneNumberId: string, customer: Customer | null): void {
  const { faults, messages } = store.world
  if (!faults.enforcePairRate && !faults.enforceThroughput) return
  const sent = messages.filter(
    (message) => message.direction === 'outbound' && message.phoneNumberId === phoneNumberId,
  )
  const times = (list: Message[]) => list.map((message) => Date.parse(message.createdAt))
  if (faults.enforceThroughput && !isWithinThroughput(times(sent), clock.now())) throw new GraphError(130429)
  const pair = sent.filter((message) => message.customerId === customer?.id)
  if (customer && faults.enforcePairRate && !isWithinPairRate(times(pair), clock.now()))
    throw new GraphError(131056)
}

function priceOf(
  { store, clock }: Simulation,
  phoneNumberId: string,
  content: MessageContent,
  windowOpen: boolean,
): Pricing {
  const now = clock.now()
  const category = content.type === 'template' ? (content.category as Pricing['category']) : 'service'
  const month = new Date(now).toISOString().slice(0, 7)
  const serviceMessagesThisMonth =
    category !== 'service'
      ? 0
      : store.world.messages.filter(
          (message) =>
            message.phoneNumberId === phoneNumberId &&
            message.pricing?.category === 'service' &&
            message.createdAt.startsWith(month),
        ).length
  return pricingFor({ category, windowOpen, serviceMessagesThisMonth, at: now })
}

/** The number with this id when the caller's account has it, else null. */
export function ownNumber(simulation: Simulation, appId: string, phoneNumberId: string): NumberOwner | null {
  const owner = findNumber(simulation.accounts, phoneNumberId)
  return owner?.account.appId === appId ? owner : null
}
