'use client'

import type { WaitingTemplateContext } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/model/waitingTemplate'
import type { InjectionWidgetModule } from '@open-mercato/shared/modules/widgets/injection'
import { StoppedTemplate } from '../../../components/templates/StoppedTemplate.tsx'

const widget: InjectionWidgetModule<WaitingTemplateContext> = {
  metadata: {
    id: 'channel_whatsapp.stopped-template',
    title: 'WhatsApp template that cannot be sent any more',
    features: ['channel_whatsapp.view'],
  },
  Widget: ({ context }) => <StoppedTemplate {...context} />,
}

export default widget
