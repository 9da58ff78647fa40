import { Hono } from 'hono'
import { attachFile } from '../actions/attach-file.ts'
import { declineHistory, type PastMessage, type PastThread, shareHistory } from '../actions/share-history.ts'
import { writeOnBusinessPhone } from '../actions/write-on-business-phone.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { accountEventSchema, echoSchema, historySchema } from './act-schemas.ts'
import { contentOf } from './inbound-content.ts'
import { SimError } from './sim-error.ts'
import { customerOf, numberOf, readBody } from './sim-input.ts'

/** What happens at the business without its API: on its phone, and what Meta decides about its account. */
export function businessActs(simulation: Simulation): Hono {
  const acts = new Hono()

  acts.post('/echoes', async (c) => {
    const input = await readBody(c, echoSchema)
    const owner = numberOf(simulation, input.phoneNumberId)
    const customer = customerOf(simulation, input.customerId)
    const written = await attachFile(simulation, owner, contentOf(input))
    const message = writeOnBusinessPhone(simulation, owner, customer, { ...written, sentAt: input.sentAt })
    return c.json({ message }, 201)
  })

  acts.post('/history', async (c) => {
    const input = await readBody(c, historySchema)
    const owner = numberOf(simulation, input.phoneNumberId)
    if ('declined' in input) {
      declineHistory(simulation, owner)
      return c.json({ wamids: [] }, 201)
    }
    const { phase, chunkOrder, progress } = input
    const threads: PastThread[] = []
    for (const thread of input.threads) {
      const customer = customerOf(simulation, thread.customerId)
      const messages: PastMessage[] = []
      for (const past of thread.messages)
        messages.push({ ...past, ...(await attachFile(simulation, owner, contentOf(past))) })
      threads.push({ customer, messages })
    }
    const told = shareHistory(simulation, owner, { phase, chunk_order: chunkOrder, progress }, threads)
    return c.json({ wamids: told.map((message) => message.wamid) }, 201)
  })

  acts.post('/account-events', async (c) => {
    const { wabaId, field, value } = await readBody(c, accountEventSchema)
    if (!simulation.accounts.some((account) => account.wabaId === wabaId))
      throw new SimError(404, 'not_found', 'There is no business account with this id.')
    simulation.dispatcher.publish({ wabaId, field, value, at: isoNow(simulation.clock) })
    return c.json({ ok: true }, 201)
  })
  return acts
}
