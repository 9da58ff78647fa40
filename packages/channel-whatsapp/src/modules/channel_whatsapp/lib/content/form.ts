import { z } from 'zod'
import type { ContentKind, Interactive } from './content-kind.ts'
import { framed, wireFrame } from './interactive-frame.ts'
import { words } from './limits.ts'

const label = words('The text of the button', 30).refine(
  (text) => !/\p{RGI_Emoji}|\p{Emoji_Presentation}/v.test(text),
  'The text of a form’s button has no emoji.',
)

const data = z
  .record(z.string(), z.unknown())
  .refine((values) => Object.keys(values).length > 0, 'The data has at least one value, or is left out.')

/** What Meta calls a flow. */
export const form: ContentKind<Interactive<'form'>> = {
  limits: z
    .object({
      ...framed(),
      label,
      isOpenedByServer: z.boolean().optional(),
      open: z.object({ data: data.optional() }).optional(),
    })
    .refine(({ isOpenedByServer, open }) => !(isOpenedByServer && open), {
      path: ['open'],
      message: 'Either the form’s server names the first screen, or you do.',
    }),
  wire: (content) => ({
    type: 'flow',
    ...wireFrame(content),
    action: { name: 'flow', parameters: wireParameters(content) },
  }),
}

function wireParameters({ form, label, token, isDraft, isOpenedByServer, open }: Interactive<'form'>) {
  return {
    flow_message_version: '3',
    ...('id' in form ? { flow_id: form.id } : { flow_name: form.name }),
    flow_cta: label,
    ...(token ? { flow_token: token } : {}),
    ...(isDraft ? { mode: 'draft' } : {}),
    flow_action: isOpenedByServer ? 'data_exchange' : 'navigate',
    ...(open ? { flow_action_payload: open } : {}),
  }
}
