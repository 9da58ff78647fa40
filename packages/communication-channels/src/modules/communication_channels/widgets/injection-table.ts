import type { ModuleInjectionTable } from '@open-mercato/shared/modules/widgets/injection'

/** The hub offers a spot (`communication_channels.composer:<providerKey>`) and fills none itself. */
export const injectionTable: ModuleInjectionTable = {}

export default injectionTable
