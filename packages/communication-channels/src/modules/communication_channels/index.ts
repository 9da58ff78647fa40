import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  name: 'communication_channels',
  title: 'Communication channels',
  version: '0.1.0',
  description: 'Conversations with customers over chat channels: a shared inbox, durable intake and sending.',
  license: 'MIT',
  requires: ['auth', 'directory', 'integrations', 'attachments'],
}

export default metadata
