import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  id: 'scheduler',
  name: 'scheduler',
  title: 'Scheduler',
  version: '0.1.0',
  description: 'Work that comes round by itself.',
  license: 'MIT',
}
