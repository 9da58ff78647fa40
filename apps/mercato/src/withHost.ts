import { createHost, type Host } from '@open-mercato/core/host/host'
import { migrationOrder } from '../../../migrations/order.ts'
import { localMasterKey } from './masterKey.ts'
import { modules } from './modules.ts'
import { startPostgres } from './postgres.ts'
import { readSettings } from './settings.ts'

/** The product as the environment sets it up, for one task that serves nobody. */
export async function withHost(run: (host: Host) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env)
  const postgres = settings.databaseUrl ? null : await startPostgres({ dataDir: settings.dataDir })
  const host = await createHost({
    modules,
    migrationOrder,
    works: false,
    settings: {
      ...settings,
      databaseUrl: settings.databaseUrl ?? postgres!.url,
      masterKey: settings.masterKey ?? localMasterKey(settings.dataDir),
    },
  })
  try {
    await run(host)
  } finally {
    await host.close()
    await postgres?.stop()
  }
}
