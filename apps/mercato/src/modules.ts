import type { ModuleEntry } from '@open-mercato/core/host/modules/moduleEntry'

/** What this shop is made of. A module is switched off by taking its line out. */
export const modules: ModuleEntry[] = [
  { id: 'directory', from: '@open-mercato/core' },
  { id: 'auth', from: '@open-mercato/core' },
  { id: 'audit_logs', from: '@open-mercato/core' },
  { id: 'integrations', from: '@open-mercato/core' },
  { id: 'scheduler', from: '@open-mercato/core' },
  { id: 'attachments', from: '@open-mercato/core' },
  { id: 'communication_channels', from: '@open-mercato/communication-channels' },
  { id: 'channel_whatsapp', from: '@open-mercato/channel-whatsapp' },
]
