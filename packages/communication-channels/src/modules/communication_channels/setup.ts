import type { ModuleSetupConfig } from '@open-mercato/shared/modules/setup'
import { registerSweeps } from './lib/sweeps.ts'

export const setup: ModuleSetupConfig = {
  defaultRoleFeatures: {
    admin: ['communication_channels.*'],
    employee: ['communication_channels.view', 'communication_channels.send'],
  },
  async seedDefaults({ container }) {
    await registerSweeps(container)
  },
}

export default setup
