'use client'

import type { InjectionWidgetModule } from '@open-mercato/shared/modules/widgets/injection'
import { ConnectionsTab } from '../../../components/connections/ConnectionsTab.tsx'

const widget: InjectionWidgetModule = {
  metadata: {
    id: 'channel_whatsapp.connections',
    title: 'Connections and numbers',
    features: ['channel_whatsapp.view'],
  },
  Widget: ConnectionsTab,
}

export default widget
