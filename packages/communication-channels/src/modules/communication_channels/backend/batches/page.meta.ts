import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['communication_channels.batches.view'],
  pageTitle: 'Batches',
  pageTitleKey: 'communication_channels.batches.title',
  pageGroup: 'Conversations',
  pageGroupKey: 'communication_channels.group',
  pageOrder: 30,
  icon: 'layers',
}
