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
    {
      id: 'communication_channels.circuit.opened',
      label: 'Sending from a number was paused',
      entity: 'communication_channel',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.circuit.closed',
      label: 'Sending from a number goes on',
      entity: 'communication_channel',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.circuit.alert',
      label: 'Sending from a number was paused again and again',
      entity: 'communication_channel',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.batch.progressed',
      label: 'A batch of messages went on',
      entity: 'message_batch',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.batch.finished',
      label: 'A batch of messages came to its end',
      entity: 'message_batch',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.consent.changed',
      label: 'Somebody agreed to be written to, or wants it no more',
      entity: 'consent',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'communication_channels.consent_import.progressed',
      label: 'An import of consents went on',
      entity: 'consent_import',
      category: 'lifecycle',
      clientBroadcast: true,
    },
  ] as const,
})

export default eventsConfig
