import { z } from 'zod'
import { anyHeader, body, footer, onlyTextHeader } from './interactive-frame.ts'
import { limitedText, refuse, refuseRepeated } from './parts.ts'

const MAX_ROWS = 10

export const replyButton = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: limitedText(256), title: limitedText(20) }),
})

/** Up to three buttons; each answers with its id. */
export const button = z.strictObject({
  type: z.literal('button'),
  header: anyHeader,
  body: body(),
  footer,
  action: z.strictObject({
    buttons: z
      .array(replyButton)
      .min(1)
      .max(3)
      .superRefine((buttons, context) => {
        refuseRepeated(
          context,
          [],
          buttons.map(({ reply }) => reply.title),
        )
        refuseRepeated(
          context,
          [],
          buttons.map(({ reply }) => reply.id),
        )
      }),
  }),
})

const section = z.strictObject({
  title: limitedText(24).optional(),
  rows: z
    .array(
      z.strictObject({
        id: limitedText(200),
        title: limitedText(24),
        description: limitedText(72).optional(),
      }),
    )
    .min(1)
    .max(MAX_ROWS),
})

/** A menu behind one button; sections of more than one need titles. */
export const list = z.strictObject({
  type: z.literal('list'),
  header: onlyTextHeader,
  body: body(4096),
  footer,
  action: z.strictObject({
    button: limitedText(20),
    sections: z
      .array(section)
      .min(1)
      .max(10)
      .superRefine((sections, context) => {
        const rows = sections.flatMap((one) => one.rows)
        if (rows.length > MAX_ROWS) refuse(context, [], `may have ${MAX_ROWS} rows in all.`)
        refuseRepeated(
          context,
          [],
          rows.map((row) => row.id),
        )
        if (sections.length === 1) return
        const untitled = sections.findIndex((one) => one.title === undefined)
        if (untitled >= 0) refuse(context, [untitled, 'title'], 'is mandatory with several sections.', 131008)
      }),
  }),
})
