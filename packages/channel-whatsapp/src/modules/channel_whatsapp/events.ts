import { createModuleEvents } from '@open-mercato/shared/modules/events'

export const eventsConfig = createModuleEvents({
  moduleId: 'channel_whatsapp',
  events: [
    {
      id: 'channel_whatsapp.templates.changed',
      label: 'Templates changed, or a sync of them went on',
      entity: 'template',
      category: 'lifecycle',
      clientBroadcast: true,
    },
  ] as const,
})

export default eventsConfig
