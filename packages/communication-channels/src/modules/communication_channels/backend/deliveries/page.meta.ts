import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['communication_channels.deliveries.view'],
  pageTitle: 'Webhook log',
  pageTitleKey: 'communication_channels.deliveries.title',
  pageGroup: 'Conversations',
  pageGroupKey: 'communication_channels.group',
  pageOrder: 90,
  icon: 'webhook',
}
