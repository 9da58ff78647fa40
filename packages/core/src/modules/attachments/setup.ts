import type { ModuleSetupConfig } from '@open-mercato/shared/modules/setup'
import { ensureDefaultPartitions } from './lib/partitions.ts'

export const setup: ModuleSetupConfig = {
  defaultRoleFeatures: { admin: ['attachments.*'], employee: ['attachments.view'] },
  seedDefaults: ({ em }) => ensureDefaultPartitions(em),
}

export default setup
