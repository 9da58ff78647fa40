import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['communication_channels.manage'],
  pageTitle: 'Settings',
  pageTitleKey: 'communication_channels.settings.title',
  pageGroup: 'Conversations',
  pageGroupKey: 'communication_channels.group',
  pageOrder: 95,
  icon: 'settings',
}
