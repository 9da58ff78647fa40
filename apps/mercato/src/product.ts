import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { createHost, type Host } from '@open-mercato/core/host/host'
import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'
import { migrationOrder } from '../../../migrations/order.ts'
import { connectDemo } from './connectDemo.ts'
import { localMasterKey } from './masterKey.ts'
import { modules } from './modules.ts'
import { startPostgres } from './postgres.ts'
import type { Settings } from './settings.ts'
import { ensureWebApp, webRoot } from './webApp.ts'

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
export async function startProduct(settings: Settings, say: (line: string) => void): Promise<Product> {
  const started: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const stopPart of started.splice(0).reverse()) await stopPart()
  }
  try {
    process.env.OM_WHATSAPP_GRAPH_URL = settings.graphUrl
    const building = new AbortController()
    started.push(async () => building.abort())
    const web = ensureWebApp(() => say('Building the web app…'), building.signal)
    web.catch(() => undefined)

    const host = await createHost({
      modules,
      migrationOrder,
      webRoot,
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

    const simulator = await startPhone(settings, started)
    await listen(host, settings, started)
    // Everybody knows the accounts of the demonstration: a shop in production makes its own.
    await (settings.production ? host.renewTenants() : host.seed())
    // With Graph elsewhere, the simulator's credentials would be sent to strangers.
    if (simulator && settings.graphUrl === simulator.url)
      await connectDemo(host, simulator, `http://127.0.0.1:${settings.port}`)
    await host.startWorkers()
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
  const { startSimulator, preparePhonePage, defaultAccounts } = await import(
    '@open-mercato/whatsapp-simulator'
  )
  const simulator = await startSimulator({
    port: settings.simulatorPort,
    dataDir: join(settings.dataDir, 'simulator'),
  })
  started.push(() => simulator.close())
  preparePhonePage().catch(() => undefined)
  return { url: simulator.url, accounts: defaultAccounts }
}

async function listen(host: Host, settings: Settings, started: (() => Promise<void>)[]): Promise<void> {
  const server = createServer((incoming, outgoing) => void host.nodeListener(incoming, outgoing))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Demonstration accounts are not for the network.
    server.listen(settings.port, settings.production ? undefined : '127.0.0.1', resolve)
  })
  started.push(() => closeServer(server))
}

/** Requests under way may finish; streams, which never would, are cut. */
function closeServer(server: Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), 1000)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
