'use client'

import type { InjectionWidgetModule } from '@open-mercato/shared/modules/widgets/injection'
import type { ComposerContext } from '../../../components/templates/composerContext.ts'
import { TemplatePicker } from '../../../components/templates/TemplatePicker.tsx'

const widget: InjectionWidgetModule<ComposerContext> = {
  metadata: {
    id: 'channel_whatsapp.template-picker',
    title: 'WhatsApp templates',
    features: ['communication_channels.send'],
  },
  Widget: ({ context, disabled }) => <TemplatePicker composer={context} disabled={disabled} />,
}

export default widget
