import type { ModuleSetupConfig } from '@open-mercato/shared/modules/setup'

export const setup: ModuleSetupConfig = { defaultRoleFeatures: { admin: ['audit_logs.*'] } }

export default setup
