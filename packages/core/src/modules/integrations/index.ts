import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  name: 'integrations',
  title: 'Integrations',
  version: '0.1.0',
  description: 'The marketplace: which integrations are on, their credentials, health and log.',
  license: 'MIT',
  requires: ['auth'],
}
