import { z } from 'zod'
import type { TemplateHeader } from '../../accounts/template.ts'

/** The frame of a template that is sent in; of its components only what every template has is looked at. */
export const templateDraftSchema = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'Use small letters, digits and underscores.'),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'Use a language such as en_US.'),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).default('POSITIONAL'),
  components: z.array(z.looseObject({ type: z.string() })).min(1),
})

export type TemplateDraft = z.infer<typeof templateDraftSchema>

const MEDIA_TYPES: Partial<Record<TemplateHeader['format'], RegExp>> = {
  IMAGE: /^image\/(jpeg|jpg|png)$/,
  VIDEO: /^video\/mp4$/,
  DOCUMENT: /^application\/pdf$/,
}

/**
 * What is wrong with the example of a header that is a file, as a sentence; null when nothing is. `typeOf` tells the
 * type of the file behind a handle, undefined for a handle of nothing.
 */
export function exampleProblem(
  components: TemplateDraft['components'],
  typeOf: (handle: string) => string | undefined,
): string | null {
  for (const component of components) {
    const wanted = component.type === 'HEADER' ? MEDIA_TYPES[component.format as 'IMAGE'] : undefined
    if (!wanted) continue
    const example = component.example as { header_handle?: unknown[] } | undefined
    const type = typeOf(String(example?.header_handle?.[0]))
    if (type === undefined) return `A header of format ${component.format} needs the handle of an example.`
    if (!wanted.test(type)) return `The example is of type ${type}, the header of format ${component.format}.`
  }
  return null
}
