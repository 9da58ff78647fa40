import type { ModuleSetupConfig } from '@open-mercato/shared/modules/setup'
import { databaseNow, dbOf } from './lib/db.ts'
import { maintainPartitions } from './lib/ingest/partitions.ts'
import { registerSweeps } from './lib/sweeps.ts'

export const setup: ModuleSetupConfig = {
  defaultRoleFeatures: {
    admin: ['communication_channels.*'],
    employee: [
      'communication_channels.view',
      'communication_channels.send',
      'communication_channels.consents.view',
    ],
  },
  async seedDefaults({ em, container }) {
    const db = dbOf(em.fork())
    await maintainPartitions(db, await databaseNow(db))
    await registerSweeps(container)
  },
}

export default setup
