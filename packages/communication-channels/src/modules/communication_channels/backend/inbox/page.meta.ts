import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['communication_channels.view'],
  pageTitle: 'Inbox',
  pageTitleKey: 'communication_channels.inbox.title',
  pageGroup: 'Conversations',
  pageGroupKey: 'communication_channels.group',
  pageOrder: 10,
  icon: 'inbox',
}
