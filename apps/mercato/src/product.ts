import { join } from 'node:path'
import { createHost, type Host } from '@open-mercato/core/host/host'
import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'
import { migrationOrder } from '../../../migrations/order.ts'
import { connectDemo } from './connectDemo.ts'
import { openHttpServer } from './httpServer.ts'
import { localMasterKey } from './masterKey.ts'
import { modules } from './modules.ts'
import { startPostgres } from './postgres.ts'
import type { Settings } from './settings.ts'
import { ensureWebApp, webRoot } from './webApp.ts'

/** How long a request under way may take once the process is to stop. */
const REQUEST_PATIENCE_MS = 15_000
/** What those ask a worker for who look after it. */
const HEALTH = /^\/(healthz|livez)(\?|$)/

export interface Product {
  host: Host
  /** Where the simulator's phone is; null without one. */
  simulatorUrl: string | null
  stop(): Promise<void>
}

/**
 * Starts the parts in the order in which they need each other and stops them in the reverse. If one cannot
 * start, those before it are stopped again.
 */
export async function startProduct(
  settings: Settings,
  say: (line: string) => void,
  prepareWebApp: typeof ensureWebApp = ensureWebApp,
): Promise<Product> {
  const started: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const stopPart of started.splice(0).reverse()) await stopPart()
  }
  const [serves, works] = [settings.role !== 'worker', settings.role !== 'web']
  try {
    process.env.OM_WHATSAPP_GRAPH_URL = settings.graphUrl
    const building = new AbortController()
    started.push(async () => building.abort())
    const build = () => prepareWebApp(() => say('Building the web app…'), building.signal)
    const web = settings.role === 'all' ? build() : Promise.resolve()
    web.catch(() => undefined)

    const host = await createHost({
      modules,
      migrationOrder,
      webRoot,
      works,
      settings: {
        databaseUrl: settings.databaseUrl ?? (await ownDatabase(settings, say, started)),
        masterKey: settings.masterKey ?? localMasterKey(settings.dataDir),
        publicUrl: settings.publicUrl,
        trustProxy: settings.trustProxy,
        dataDir: settings.dataDir,
        attachmentsS3: settings.attachmentsS3,
        production: settings.production,
      },
    })
    started.push(() => host.close())
    await host.migrate()
    // Several that start together from one folder would build over each other.
    if (settings.role === 'web') await host.inTurn(build)

    const simulator = await startPhone(settings, started)
    const stopServing = await serve(host, settings, started)
    // Everybody knows the accounts of the demonstration: a shop in production makes its own.
    if (works) await (settings.production ? host.renewTenants() : host.seed())
    // With Graph elsewhere, the simulator's credentials would be sent to strangers.
    if (simulator && settings.graphUrl === simulator.url)
      await connectDemo(host, simulator, `http://127.0.0.1:${settings.port}`)
    if (works) await host.startWorkers()
    started.push(async () => {
      if (serves) host.endStreams()
      await Promise.all([host.stopWorkers(), stopServing()])
    })
    await web
    return { host, simulatorUrl: simulator?.url ?? null, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function ownDatabase(
  settings: Settings,
  say: (line: string) => void,
  started: (() => Promise<void>)[],
): Promise<string> {
  const postgres = await startPostgres({ dataDir: settings.dataDir })
  started.push(postgres.stop)
  for (const note of postgres.notes) say(note)
  return postgres.url
}

async function startPhone(
  settings: Settings,
  started: (() => Promise<void>)[],
): Promise<{ url: string; accounts: readonly SimulatorAccount[] } | null> {
  if (settings.simulatorPort === null) return null
  const { startSimulator, preparePages, defaultAccounts } = await import('@open-mercato/whatsapp-simulator')
  const simulator = await startSimulator({
    port: settings.simulatorPort,
    dataDir: join(settings.dataDir, 'simulator'),
    // Who tries the product alone sees how a review ends; on the simulator's own page it can be decided by hand.
    templateReview: { mode: 'by_rule', delayMs: 4000 },
  })
  started.push(() => simulator.close())
  preparePages().catch(() => undefined)
  return { url: simulator.url, accounts: defaultAccounts }
}

/** @returns how to stop; may be called again */
async function serve(
  host: Host,
  settings: Settings,
  started: (() => Promise<void>)[],
): Promise<() => Promise<void>> {
  if (settings.port === null) return async () => undefined
  const server = await openHttpServer(
    (incoming, outgoing) => {
      if (settings.role !== 'worker' || HEALTH.test(incoming.url ?? ''))
        return host.nodeListener(incoming, outgoing)
      outgoing.writeHead(404).end()
    },
    // Demonstration accounts are not for the network.
    { port: settings.port, address: settings.production ? undefined : '127.0.0.1' },
  )
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= server.stop(REQUEST_PATIENCE_MS)
    return stopping
  }
  started.push(stop)
  return stop
}
