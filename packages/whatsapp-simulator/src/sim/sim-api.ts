import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ZodError } from 'zod'
import { templateReviewSchema } from '../accounts/template-review.ts'
import { advanceMessage } from '../actions/advance-message.ts'
import { changeCustomer } from '../actions/change-customer.ts'
import { createCustomer } from '../actions/create-customer.ts'
import { reviewOf } from '../actions/review-template.ts'
import { openChat } from '../actions/use-phone.ts'
import { canBePlayed } from '../rules/message-status.ts'
import type { Simulation } from '../simulation.ts'
import { businessActs } from './business-acts.ts'
import { streamChanges } from './change-stream.ts'
import { crowdApi } from './crowd-api.ts'
import { customerActs } from './customer-acts.ts'
import { filesApi } from './files-api.ts'
import { pageOfMessages } from './message-pages.ts'
import { numbersApi } from './numbers-api.ts'
import { listAccounts, listDeliveries, listThreads, overview } from './overview.ts'
import { sameOriginOnly } from './same-origin.ts'
import { serveMessageFile, serveSample } from './serve-file.ts'
import { invalidInput, SimError } from './sim-error.ts'
import { customerOf, numberOf, readBody } from './sim-input.ts'
import {
  customerChangeSchema,
  faultsChangeSchema,
  messagesQuerySchema,
  newCustomerSchema,
  openChatSchema,
} from './sim-schemas.ts'
import { templatesApi } from './templates-api.ts'

/** The simulator's own API: what a customer's hands do, and what goes wrong on purpose. */
export function createSimApi(simulation: Simulation): Hono {
  const { store } = simulation
  const api = new Hono()
  api.use(sameOriginOnly)
  const limit = bodyLimit({ maxSize: 1024 * 1024 })
  // Files have a limit of their own.
  api.use((c, next) => (c.req.path === '/sim/files' ? next() : limit(c, next)))

  api.get('/overview', (c) => c.json(overview(simulation)))
  api.get('/accounts', (c) => c.json({ items: listAccounts(simulation) }))
  api.get('/customers', (c) => c.json({ items: store.world.customers }))
  api.get('/threads', (c) => c.json({ items: listThreads(simulation) }))
  api.get('/deliveries', (c) => c.json({ items: listDeliveries(simulation) }))
  api.get('/stream', (c) => streamChanges(c, simulation))

  api.get('/messages', (c) => {
    return c.json(pageOfMessages(store, messagesQuerySchema.parse(c.req.query())))
  })
  api.get('/counts', (c) => c.json(store.counts))
  api.route('/crowd', crowdApi(simulation))
  api.get('/samples/:name', serveSample)
  api.route('/files', filesApi(simulation))
  api.route('/', customerActs(simulation))
  api.route('/', businessActs(simulation))
  api.route('/numbers', numbersApi(simulation))
  api.route('/templates', templatesApi(simulation))
  api.get('/review', (c) => c.json(reviewOf(simulation)))
  api.put('/review', async (c) => {
    store.world.templateReview = await readBody(c, templateReviewSchema)
    store.changed({ kind: 'template', templateId: null })
    return c.json(reviewOf(simulation))
  })
  api.get('/messages/:wamid/files/:index', (c) => serveMessageFile(c, simulation))
  for (const status of ['delivered', 'read', 'played'] as const) {
    api.post(`/messages/:wamid/${status}`, (c) => {
      const message = store.message(c.req.param('wamid'))
      if (!message) throw new SimError(404, 'not_found', 'There is no message with this id.')
      if (status === 'played' && !canBePlayed(message.content))
        throw new SimError(409, 'not_a_voice_message', 'Only a voice message is played.')
      advanceMessage(simulation, message, status)
      return c.json({ message })
    })
  }
  api.post('/chats/open', async (c) => {
    const input = await readBody(c, openChatSchema)
    const customer = customerOf(simulation, input.customerId)
    return c.json({
      read: openChat(simulation, customer, numberOf(simulation, input.phoneNumberId).number.id),
    })
  })

  api.post('/customers', async (c) => {
    const customer = createCustomer(simulation, await readBody(c, newCustomerSchema))
    return c.json({ customer }, 201)
  })
  api.patch('/customers/:id', async (c) => {
    const change = await readBody(c, customerChangeSchema)
    const customer = customerOf(simulation, c.req.param('id'))
    for (const id of [change.block, change.unblock]) if (id) numberOf(simulation, id)
    changeCustomer(simulation, customer, change)
    return c.json({ customer })
  })

  api.get('/faults', (c) => c.json({ faults: store.world.faults }))
  api.patch('/faults', async (c) => {
    Object.assign(store.world.faults, await readBody(c, faultsChangeSchema))
    store.changed({ kind: 'faults', faults: store.world.faults })
    return c.json({ faults: store.world.faults })
  })
  api.post('/deliveries/hurry', (c) => c.json({ woken: simulation.dispatcher.hurry() }))
  api.post('/deliveries/:id/redeliver', (c) => {
    if (simulation.dispatcher.redeliver(c.req.param('id'))) return c.json({ ok: true })
    throw new SimError(404, 'not_found', 'There is no webhook delivery with this id.')
  })
  api.post('/reset', (c) => {
    store.reset()
    return c.json({ ok: true })
  })

  api.notFound((c) => c.json({ error: 'There is nothing at this address.', code: 'not_found' }, 404))
  api.onError((error, c) => {
    if (error instanceof ZodError) return c.json(invalidInput(error), 400)
    if (error instanceof SimError) return c.json({ error: error.message, code: error.code }, error.status)
    console.error(error)
    return c.json({ error: 'The simulator made a mistake; see its log.', code: 'internal' }, 500)
  })
  return api
}
