import type { ModuleInfo } from '@open-mercato/shared/modules/registry'

export const metadata: ModuleInfo = {
  name: 'auth',
  title: 'Sign-in and permissions',
  version: '0.1.0',
  description: 'Users, roles with features, sessions and throttled sign-in.',
  license: 'MIT',
  requires: ['directory'],
}
