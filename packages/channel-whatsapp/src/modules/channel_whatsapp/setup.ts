import type { ModuleSetupConfig } from '@open-mercato/shared/modules/setup'

export const setup: ModuleSetupConfig = {
  defaultRoleFeatures: {
    admin: ['channel_whatsapp.*'],
    employee: ['channel_whatsapp.view'],
  },
}

export default setup
