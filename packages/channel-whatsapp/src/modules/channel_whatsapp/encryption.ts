import type { ModuleEncryptionMap } from '@open-mercato/shared/modules/encryption'

/** What Meta said about an account can name people and their numbers. */
export const defaultEncryptionMaps: ModuleEncryptionMap[] = [
  { entityId: 'channel_whatsapp:account_event', fields: [{ field: 'detail' }] },
]

export default defaultEncryptionMaps
