import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  name: 'directory',
  title: 'Directory',
  version: '0.1.0',
  description: 'Tenants and the organizations they consist of.',
  license: 'MIT',
}
