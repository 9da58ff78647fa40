import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['communication_channels.consents.view'],
  pageTitle: 'Consents',
  pageTitleKey: 'communication_channels.consents.title',
  pageGroup: 'Conversations',
  pageGroupKey: 'communication_channels.group',
  pageOrder: 40,
  icon: 'shield-check',
}
