import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  name: 'channel_whatsapp',
  title: 'WhatsApp',
  version: '0.1.0',
  description: 'WhatsApp Business through Meta’s Cloud API, for the communication channels hub.',
  license: 'MIT',
  requires: ['communication_channels', 'integrations'],
}

export default metadata
