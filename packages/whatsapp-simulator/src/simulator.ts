import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { SimulatorAccount } from './accounts/account.ts'
import { defaultAccounts } from './accounts/default-accounts.ts'
import { liveAccounts } from './accounts/live-accounts.ts'
import { reviewByHand, type TemplateReview } from './accounts/template-review.ts'
import { resumeTemplates } from './actions/resume-templates.ts'
import { resumePhones } from './actions/use-phone.ts'
import { type Clock, createClock } from './clock.ts'
import { createGraph } from './graph/graph.ts'
import { servePage } from './pages/serve-pages.ts'
import { refuseInProduction } from './production-guard.ts'
import { createSimApi } from './sim/sim-api.ts'
import type { Simulation } from './simulation.ts'
import { createDispatcher } from './webhooks/dispatcher.ts'
import { openStore } from './world/store.ts'

export type SimulatorOptions = {
  /** 0 takes any free port. */
  port: number
  /** Where it listens; only this machine by default. */
  host?: string
  /** Where the snapshot lies; without it nothing outlives the process. */
  dataDir?: string
  accounts?: SimulatorAccount[]
  clock?: Clock
  /** Who reviews templates until `PUT /sim/review` says otherwise; by default a person, so that a new one is PENDING. */
  templateReview?: TemplateReview
}

export type Simulator = { url: string; port: number; close(): Promise<void> }

/**
 * Starts Graph endpoints, webhooks and the pages on one port.
 * Throws in production, and with `EADDRINUSE` when the port is taken.
 *
 * @example
 * const simulator = await startSimulator({ port: 0 })
 * await fetch(`${simulator.url}/v26.0/210000000000001`, { headers: { Authorization: 'Bearer acme-access-token' } })
 * await simulator.close()
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  refuseInProduction(process.env)
  const { clock = createClock(), host = '127.0.0.1' } = options
  const store = openStore(options.dataDir, clock)
  const accounts = liveAccounts(options.accounts ?? defaultAccounts, store.world)
  const closing = new AbortController()
  let url = ''
  const simulation: Simulation = {
    accounts,
    store,
    clock,
    dispatcher: createDispatcher(store, accounts, clock),
    templateReview: options.templateReview ?? reviewByHand,
    closing: closing.signal,
    origin: () => url,
  }

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/sim', createSimApi(simulation))
  const graph = createGraph(simulation)
  app.get('*', async (c, next) => (await servePage(c.req.path)) ?? next())
  app.all('*', (c) => graph.fetch(c.req.raw, c.env))

  const server = serve({ fetch: app.fetch, port: options.port, hostname: host })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const { port } = server.address() as AddressInfo
  url = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`
  simulation.dispatcher.resume()
  resumePhones(simulation)
  resumeTemplates(simulation)

  return {
    url,
    port,
    async close() {
      closing.abort()
      await simulation.dispatcher.close()
      store.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
