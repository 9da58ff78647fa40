import type { ModuleSetupConfig } from '@open-mercato/shared/modules/setup'
import { registerRereading } from './lib/rereading/schedule.ts'

export const setup: ModuleSetupConfig = {
  defaultRoleFeatures: {
    admin: ['channel_whatsapp.*'],
    employee: ['channel_whatsapp.view'],
  },
  async seedDefaults({ container }) {
    await registerRereading(container)
  },
}

export default setup
