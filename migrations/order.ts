/** The order in which modules are migrated. No module's tables refer to another's; this only keeps runs alike. */
export const migrationOrder = [
  'directory',
  'auth',
  'audit_logs',
  'integrations',
  'scheduler',
  'attachments',
  'communication_channels',
  'channel_whatsapp',
]
