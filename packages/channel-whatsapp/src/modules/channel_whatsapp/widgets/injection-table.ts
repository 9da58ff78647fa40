import type { ModuleInjectionTable } from '@open-mercato/shared/modules/widgets/injection'

export const injectionTable: ModuleInjectionTable = {
  'communication_channels.composer:whatsapp': { widgetId: 'channel_whatsapp.template-picker', priority: 10 },
  'communication_channels.waiting_template:whatsapp': {
    widgetId: 'channel_whatsapp.stopped-template',
    priority: 10,
  },
  'integrations.detail:channel_whatsapp': {
    widgetId: 'channel_whatsapp.connections',
    kind: 'tab',
    groupId: 'connections',
    groupLabel: 'channel_whatsapp.connections.tab',
    priority: 100,
  },
}

export default injectionTable
