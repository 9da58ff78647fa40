import { Hono } from 'hono'
import { attachFile } from '../actions/attach-file.ts'
import { burstOfCustomers } from '../actions/burst-of-customers.ts'
import { callAsCustomer } from '../actions/call-as-customer.ts'
import { changePhone, takeOverPhone } from '../actions/change-phone.ts'
import { letHoursPass } from '../actions/let-hours-pass.ts'
import { changeNumber, changeUserId } from '../actions/move-customer.ts'
import { sendAsCustomer } from '../actions/send-as-customer.ts'
import { setMarketing } from '../actions/set-marketing.ts'
import type { Simulation } from '../simulation.ts'
import {
  burstSchema,
  callSchema,
  customerMessageSchema,
  elapsedSchema,
  newPhoneSchema,
  newUserIdSchema,
  preferenceSchema,
  takeoverSchema,
} from './act-schemas.ts'
import { contentOf } from './inbound-content.ts'
import { customerOf, numberOf, readBody } from './sim-input.ts'

/** What a customer does beside opening a chat: write, call, stop marketing, get another id, write all at once. */
export function customerActs(simulation: Simulation): Hono {
  const acts = new Hono()

  acts.post('/messages', async (c) => {
    const input = await readBody(c, customerMessageSchema)
    const owner = numberOf(simulation, input.phoneNumberId)
    const customer = customerOf(simulation, input.customerId)
    if (input.content?.type === 'system' && input.content.system.type === 'user_changed_number')
      return c.json({ message: changeNumber(simulation, owner, customer, input.content.system) }, 201)
    const { sentAt, contextWamid, forwarded, frequentlyForwarded, referral, referredProduct } = input
    const isPlain = !forwarded && !frequentlyForwarded && !referral && !referredProduct
    const origin = { forwarded, frequentlyForwarded, referral, referredProduct }
    const message = sendAsCustomer(simulation, owner, customer, {
      ...(await attachFile(simulation, owner, contentOf(input))),
      sentAt,
      contextWamid,
      ...(isPlain ? {} : { origin }),
    })
    return c.json({ message }, 201)
  })

  acts.post('/preferences', async (c) => {
    const input = await readBody(c, preferenceSchema)
    const customer = customerOf(simulation, input.customerId)
    setMarketing(simulation, numberOf(simulation, input.phoneNumberId), customer, input.value)
    return c.json({ customer })
  })
  acts.post('/user-id-changes', async (c) => {
    const input = await readBody(c, newUserIdSchema)
    const customer = customerOf(simulation, input.customerId)
    const change = changeUserId(simulation, numberOf(simulation, input.phoneNumberId), customer)
    return c.json({ customer, ...change }, 201)
  })
  acts.post('/number-changes', async (c) => {
    const input = await readBody(c, newPhoneSchema)
    const customer = customerOf(simulation, input.customerId)
    const messages = changePhone(simulation, customer, input.phone)
    return c.json({ customer, wamids: messages.map((message) => message.wamid) }, 201)
  })
  acts.post('/number-takeovers', async (c) => {
    const input = await readBody(c, takeoverSchema)
    const previous = customerOf(simulation, input.customerId)
    return c.json({ customer: takeOverPhone(simulation, previous, input.name), previous }, 201)
  })
  acts.post('/calls', async (c) => {
    const input = await readBody(c, callSchema)
    const owner = numberOf(simulation, input.phoneNumberId)
    const callId = callAsCustomer(simulation, owner, customerOf(simulation, input.customerId), input)
    return c.json({ callId }, 201)
  })
  acts.post('/elapsed-hours', async (c) => {
    const { phoneNumberId, customerId, hours } = await readBody(c, elapsedSchema)
    const { number } = numberOf(simulation, phoneNumberId)
    return c.json(letHoursPass(simulation, number.id, customerOf(simulation, customerId), hours))
  })
  acts.post('/bursts', async (c) => {
    const input = await readBody(c, burstSchema)
    const owner = numberOf(simulation, input.phoneNumberId)
    const customer = input.customerId ? customerOf(simulation, input.customerId) : null
    const messages = burstOfCustomers(simulation, owner, customer, input.count)
    return c.json({ wamids: messages.map((message) => message.wamid) }, 201)
  })
  return acts
}
