import { z } from 'zod'
import { actionWith, anyHeader, body, footer } from './interactive-frame.ts'
import { limitedText, numericId, refuse } from './parts.ts'

const parameters = z
  .strictObject({
    flow_message_version: z.literal('3'),
    flow_id: numericId.optional(),
    flow_name: limitedText(256).optional(),
    flow_cta: limitedText(30),
    flow_token: z.string().min(1).optional(),
    mode: z.enum(['draft', 'published']).optional(),
    flow_action: z.enum(['navigate', 'data_exchange']).optional(),
    flow_action_payload: z
      .strictObject({
        screen: z.string().min(1).optional(),
        data: z
          .record(z.string(), z.unknown())
          .refine((data) => Object.keys(data).length > 0)
          .optional(),
      })
      .optional(),
  })
  .superRefine((flow, context) => {
    if (flow.flow_id !== undefined && flow.flow_name !== undefined) {
      refuse(context, ['flow_name'], 'cannot be given together with flow_id.')
    }
    if (flow.flow_id === undefined && flow.flow_name === undefined) {
      refuse(context, ['flow_id'], 'or flow_name is mandatory.', 131008)
    }
    if (/\p{RGI_Emoji}|\p{Emoji_Presentation}/v.test(flow.flow_cta))
      refuse(context, ['flow_cta'], 'cannot have an emoji.')
    if (flow.flow_action === 'data_exchange' && flow.flow_action_payload) {
      refuse(context, ['flow_action_payload'], 'is for flow_action navigate only.')
    }
  })

export const flow = z.strictObject({
  type: z.literal('flow'),
  header: anyHeader,
  body: body(),
  footer,
  action: actionWith('flow', parameters),
})
