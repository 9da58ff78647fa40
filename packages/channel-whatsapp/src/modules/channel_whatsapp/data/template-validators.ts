import { z } from 'zod'
import { LIBRARY_FILTERS, libraryBodyInputs, libraryButtonInput } from '../lib/graph/template-library.ts'
import { templateLanguage } from '../lib/templates/definition/definition.ts'
import { writtenText } from '../lib/templates/definition/written-text.ts'
import { DEFAULT_NAMES } from '../lib/templates/write/defaults/default-template.ts'
import { DEFAULT_LANGUAGES } from '../lib/templates/write/defaults/default-templates.ts'
import { writtenDefinition } from '../lib/templates/write/drafts/written-definition.ts'
import { SAMPLE_KINDS } from '../lib/templates/write/samples/sample-file.ts'

export { templateAction as templateActionBody } from '../lib/templates/write/actions/act-on-template.ts'

/** An edit begins with the template as it is, a new one with what is written of it. */
export const newDraftBody = z
  .strictObject({
    connectionId: z.uuid(),
    templateId: z.uuid().nullish(),
    definition: writtenDefinition.optional(),
  })
  .refine(({ templateId, definition }) => Boolean(templateId) || definition !== undefined, {
    path: ['definition'],
    message: 'A new template needs a definition.',
  })
export const changedDraftBody = z.strictObject({
  definition: writtenDefinition,
  /** The draft's, as it was read. */
  updatedAt: z.iso.datetime(),
})

export const nameQuery = z.object({
  connectionId: z.uuid(),
  name: writtenText(512).min(1),
  language: writtenText(15).min(2),
})

export const sampleQuery = z.object({ connectionId: z.uuid(), kind: z.enum(SAMPLE_KINDS) })

const filter = writtenText(100).trim().optional()
export const libraryQuery = z.object({
  connectionId: z.uuid(),
  ...(Object.fromEntries(LIBRARY_FILTERS.map((key) => [key, filter])) as Record<
    (typeof LIBRARY_FILTERS)[number],
    typeof filter
  >),
})
export const libraryBody = z.strictObject({
  connectionId: z.uuid(),
  // The lint has words for what is wrong with it.
  name: writtenText(1000),
  language: templateLanguage,
  libraryTemplateName: writtenText(512).min(1),
  bodyInputs: libraryBodyInputs.optional(),
  buttonInputs: z.array(libraryButtonInput).max(10).optional(),
})

export const defaultsQuery = z.object({ connectionId: z.uuid() })
export const defaultsBody = z.strictObject({
  connectionId: z.uuid(),
  names: z.array(z.enum(DEFAULT_NAMES)).min(1).max(DEFAULT_NAMES.length),
  languages: z.array(z.enum(DEFAULT_LANGUAGES)).min(1).max(DEFAULT_LANGUAGES.length),
})
