import { createModuleEvents } from '@open-mercato/shared/modules/events'

export const eventsConfig = createModuleEvents({
  moduleId: 'communication_channels',
  events: [
    {
      id: 'communication_channels.message.received',
      label: 'Message received',
      entity: 'external_message',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.message.sent',
      label: 'Message sent',
      entity: 'external_message',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.message.status_changed',
      label: 'Message status changed',
      entity: 'external_message',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.conversation.created',
      label: 'Conversation started',
      entity: 'external_conversation',
      category: 'crud',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.conversation.updated',
      label: 'Conversation updated',
      entity: 'external_conversation',
      category: 'crud',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.account.reported',
      label: 'Account, number or template news',
      entity: 'communication_channel',
      category: 'lifecycle',
      clientBroadcast: true,
    },
  ] as const,
})

export type HubEventId = (typeof eventsConfig.events)[number]['id']

export default eventsConfig
