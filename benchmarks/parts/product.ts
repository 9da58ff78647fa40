import { createHost, type Host } from '@open-mercato/core/host/host'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { connectDemo } from '../../apps/mercato/src/connectDemo.ts'
import { openHttpServer } from '../../apps/mercato/src/httpServer.ts'
import { modules } from '../../apps/mercato/src/modules.ts'
import { migrationOrder } from '../../migrations/order.ts'
import { given } from './within-child.ts'

/**
 * The product as `npm start` puts it together, seeded and connected, but without its web app and with database and
 * simulator elsewhere, so that it can be ended without them. Its workers are not started yet.
 */
export async function serveProduct(): Promise<{ host: Host; stop(): Promise<void> }> {
  const port = Number(given('PORT'))
  const host = await createHost({
    modules,
    migrationOrder,
    settings: {
      databaseUrl: given('DATABASE_URL'),
      masterKey: given('OM_MASTER_KEY'),
      publicUrl: `http://localhost:${port}`,
      trustProxy: Number(process.env.TRUST_PROXY ?? 0),
      dataDir: process.env.DATA_DIR ?? '.data',
      production: false,
    },
  })
  await host.migrate()
  const server = await openHttpServer(host.nodeListener, { port, address: '127.0.0.1' })
  await host.seed()
  const simulator = { url: given('OM_WHATSAPP_GRAPH_URL'), accounts: defaultAccounts }
  await connectDemo(host, simulator, `http://127.0.0.1:${port}`)
  return {
    host,
    async stop() {
      await server.stop(0)
      await host.close()
    },
  }
}
