import { z } from 'zod'
import type { ContentKind, Interactive } from './content-kind.ts'
import { framed, wireFrame } from './interactive-frame.ts'
import { countOf, refuseRepeated, words } from './limits.ts'

const button = z.object({
  id: words('The id of the button', 256),
  title: words('The text of the button', 20),
})

/** Buttons that answer. Which one was tapped is told by its id, so two may not share one. */
export function answerButtons(max: number) {
  return countOf(button, 'buttons', 1, max).superRefine((buttons, context) => {
    const each = (field: 'id' | 'title') =>
      buttons.map((one, index) => ({ value: one[field], path: [index, field] }))
    refuseRepeated(context, 'The button', each('title'))
    refuseRepeated(context, 'The id', each('id'))
  })
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
export const replyButtons: ContentKind<Interactive<'reply_buttons'>> = {
  limits: z.object({ ...framed(), buttons: answerButtons(3) }),
  wire: (content) => ({
    type: 'button',
    ...wireFrame(content),
    action: { buttons: content.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) },
  }),
}
