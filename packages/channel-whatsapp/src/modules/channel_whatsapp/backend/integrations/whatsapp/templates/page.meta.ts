import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: true,
  requireFeatures: ['channel_whatsapp.view'],
  pageTitle: 'WhatsApp templates',
  pageTitleKey: 'channel_whatsapp.templatePage.title',
  pageGroup: 'Conversations',
  pageGroupKey: 'communication_channels.group',
  pageOrder: 45,
  icon: 'message-square',
}
