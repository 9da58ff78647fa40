import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['communication_channels.view'],
  pageTitle: 'Not known if sent',
  pageTitleKey: 'communication_channels.unsettled.title',
  pageGroup: 'Conversations',
  pageGroupKey: 'communication_channels.group',
  pageOrder: 20,
  icon: 'circle-help',
}
