import type { ModuleInjectionTable } from '@open-mercato/shared/modules/widgets/injection'

/** The hub offers spots (`communication_channels.composer:<providerKey>`, `.waiting_template:<providerKey>`) and fills none itself. */
export const injectionTable: ModuleInjectionTable = {}

export default injectionTable
