import { createModuleEvents } from '@open-mercato/shared/modules/events'

export const eventsConfig = createModuleEvents({
  moduleId: 'integrations',
  events: [
    {
      id: 'integrations.credentials.updated',
      label: 'Credentials of an integration changed',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'integrations.state.updated',
      label: 'An integration was turned on or off, or its health changed',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'integrations.version.changed',
      label: 'An integration moved to another API version',
      category: 'lifecycle',
      clientBroadcast: true,
    },
    {
      id: 'integrations.log.created',
      label: 'An integration wrote to its log',
      category: 'system',
      clientBroadcast: true,
    },
  ],
})

export const emitIntegrationsEvent = eventsConfig.emit

export default eventsConfig
