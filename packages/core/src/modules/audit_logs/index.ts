import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  name: 'audit_logs',
  title: 'Audit log',
  version: '0.1.0',
  description: 'Who did what, written by the command bus.',
  license: 'MIT',
  requires: ['auth'],
}
