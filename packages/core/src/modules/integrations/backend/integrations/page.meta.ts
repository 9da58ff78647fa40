import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['integrations.view'],
  pageTitle: 'Integrations',
  pageTitleKey: 'integrations.page.title',
  pageGroup: 'Settings',
  pageGroupKey: 'ui.nav.settings',
  pageOrder: 900,
  icon: 'plug',
}
