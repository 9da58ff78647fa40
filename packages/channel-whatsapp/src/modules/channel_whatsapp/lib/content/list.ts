import { z } from 'zod'
import type { ContentKind, Interactive } from './content-kind.ts'
import { buttonLabel, framed, wireFrame } from './interactive-frame.ts'
import { countOf, refuse, refuseRepeated, words } from './limits.ts'

const MAX_ROWS = 10

const row = z.object({
  id: words('The id of the row', 200),
  title: words('The title of the row', 24),
  description: words('The description of the row', 72).optional(),
})

export const sectionTitle = words('The title of the section', 24).optional()

/** Sections without a title could not be told apart. */
export function refuseUntitled(context: z.RefinementCtx, sections: { title?: string | undefined }[]): void {
  if (sections.length === 1) return
  sections.forEach((section, index) => {
    if (!section.title) refuse(context, [index, 'title'], 'With more than one section, each needs a title.')
  })
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
const sections = countOf(
  z.object({ title: sectionTitle, rows: z.array(row).min(1, 'A section has at least one row.') }),
  'sections',
  1,
  10,
).superRefine((sections, context) => {
  refuseUntitled(context, sections)
  const rows = sections.flatMap((section, at) =>
    section.rows.map((one, index) => ({ value: one.id, path: [at, 'rows', index, 'id'] })),
  )
  if (rows.length > MAX_ROWS) {
    refuse(context, [], `A list may have ${MAX_ROWS} rows in all, and this has ${rows.length}.`)
  }
  refuseRepeated(context, 'The id', rows)
})

export const list: ContentKind<Interactive<'list'>> = {
  limits: z.object({ ...framed(4096), label: buttonLabel, sections }),
  wire: (content) => ({
    type: 'list',
    ...wireFrame(content),
    action: { button: content.label, sections: content.sections },
  }),
}
