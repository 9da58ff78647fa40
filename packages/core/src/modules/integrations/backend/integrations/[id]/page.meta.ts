import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['integrations.view'],
  pageTitle: 'Integration',
  pageTitleKey: 'integrations.detail.title',
  navHidden: true,
  breadcrumb: [
    { label: 'Integrations', labelKey: 'integrations.page.title', href: '/backend/integrations' },
    { label: 'Integration', labelKey: 'integrations.detail.title' },
  ],
}
