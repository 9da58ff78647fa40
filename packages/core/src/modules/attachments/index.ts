import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  name: 'attachments',
  title: 'Attachments',
  version: '0.1.0',
  description:
    'Files that belong to records: where their bytes are kept, who may read them, what is taken in.',
  license: 'MIT',
  requires: ['auth'],
}
