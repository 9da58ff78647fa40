import { Hono } from 'hono'
import { createCustomer } from '../actions/create-customer.ts'
import { writeDown } from '../actions/send-as-customer.ts'
import type { Simulation } from '../simulation.ts'
import { crowdMessagesSchema, crowdSchema } from './crowd-schemas.ts'
import { customerOf, numberOf, readBody } from './sim-input.ts'

/** Many people, and much that they write, in one request: for whoever plays a whole town of customers. */
export function crowdApi(simulation: Simulation): Hono {
  const api = new Hono()

  api.post('/customers', async (c) => {
    const { customers } = await readBody(c, crowdSchema)
    return c.json({ items: customers.map((customer) => createCustomer(simulation, customer)) }, 201)
  })

  api.post('/messages', async (c) => {
    const { messages, together } = await readBody(c, crowdMessagesSchema)
    const chats = messages.map((input) => ({
      owner: numberOf(simulation, input.phoneNumberId),
      customer: customerOf(simulation, input.customerId),
      input,
    }))
    const written = chats.map(({ owner, customer, input }) =>
      writeDown(simulation, owner, customer, {
        content: { type: 'text', body: input.text },
        sentAt: input.sentAt,
      }),
    )
    const events = written.flatMap(({ event }) => event ?? [])
    if (!together) for (const event of events) simulation.dispatcher.publish(event)
    else
      for (const ofAccount of Map.groupBy(events, ({ wabaId }) => wabaId).values())
        simulation.dispatcher.publishTogether(ofAccount)
    return c.json({ wamids: written.map(({ message }) => message.wamid) }, 201)
  })
  return api
}
