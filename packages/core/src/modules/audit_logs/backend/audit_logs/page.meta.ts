import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['audit_logs.view'],
  pageTitle: 'Audit log',
  pageTitleKey: 'audit_logs.page.title',
  pageGroup: 'Settings',
  pageGroupKey: 'ui.nav.settings',
  pageOrder: 910,
  icon: 'scroll-text',
}
