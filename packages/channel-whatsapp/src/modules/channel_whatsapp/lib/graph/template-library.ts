import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from './graph-client.ts'
import { pagesOf } from './list-all.ts'
import { type SubmittedTemplate, submittedTemplate } from './manage-templates.ts'

const texts = z.array(z.string()).nullish().catch(null)

/** A template that Meta wrote, as it lists it; what is odd about it does not cost us the rest. */
const entry = z.object({
  id: z.coerce.string(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  topic: z.string().nullish().catch(null),
  usecase: z.string().nullish().catch(null),
  industry: texts,
  header: z.string().nullish().catch(null),
  body: z.string().catch(''),
  body_params: texts,
  body_param_types: texts,
  buttons: z
    .array(
      z.looseObject({
        type: z.string(),
        text: z.string().optional(),
        url: z.string().optional(),
        phone_number: z.string().optional(),
      }),
    )
    .nullish()
    .catch(null),
})
export type LibraryEntry = z.infer<typeof entry>

export const LIBRARY_FILTERS = ['search', 'topic', 'usecase', 'industry', 'language'] as const
export type LibraryFilter = Partial<Record<(typeof LIBRARY_FILTERS)[number], string | undefined>>

/** Somebody waits for it, and nobody reads more than that: they look for something narrower. */
const MOST_PAGES = 3

export interface LibraryPart {
  entries: LibraryEntry[]
  /** Whether the library has more of what was asked for. */
  hasMore: boolean
}

/**
 * Meta's own templates, the same for every business.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 */
export async function listLibrary(access: GraphAccess, filter: LibraryFilter): Promise<LibraryPart> {
  const chosen = LIBRARY_FILTERS.flatMap((key) => (filter[key] ? [[key, filter[key]]] : []))
  const path = `message_template_library?${new URLSearchParams(chosen)}`
  const part: LibraryPart = { entries: [], hasMore: false }
  let pages = 0
  for await (const page of pagesOf((cursor) => callGraph(access, 'GET', path + cursor), entry)) {
    part.entries.push(...page.items)
    part.hasMore = page.hasMore
    if (++pages === MOST_PAGES) break
  }
  return part
}

/** What Meta puts into the texts it wrote. What it does not have for an account it leaves out. */
export const libraryBodyInputs = z.strictObject({
  add_contact_number: z.boolean().optional(),
  add_learn_more_link: z.boolean().optional(),
  add_security_recommendation: z.boolean().optional(),
  add_track_package_link: z.boolean().optional(),
  code_expiration_minutes: z.number().int().min(1).max(90).optional(),
})

const linkInput = z.strictObject({
  base_url: z.url().max(2000),
  url_suffix_example: z.url().max(2000).optional(),
})

/** The merchant's own link or number behind a button that Meta wrote. */
export const libraryButtonInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('URL'), url: linkInput }),
  z.strictObject({ type: z.literal('PHONE_NUMBER'), phone_number: z.string().min(5).max(20) }),
  z.strictObject({ type: z.literal('QUICK_REPLY') }),
])

export interface LibraryChoice {
  name: string
  language: string
  category: string
  libraryTemplateName: string
  bodyInputs?: z.infer<typeof libraryBodyInputs> | undefined
  buttonInputs?: z.infer<typeof libraryButtonInput>[] | undefined
}

/** Approved at once as a rule: Meta knows the text. @throws GraphError, GraphUnreachable */
export async function createFromLibrary(
  access: GraphAccess,
  businessAccountId: string,
  { name, language, category, libraryTemplateName, bodyInputs, buttonInputs }: LibraryChoice,
): Promise<SubmittedTemplate> {
  const body = {
    name,
    language,
    category,
    library_template_name: libraryTemplateName,
    ...(bodyInputs ? { library_template_body_inputs: bodyInputs } : {}),
    ...(buttonInputs ? { library_template_button_inputs: buttonInputs } : {}),
  }
  return submittedTemplate.parse(
    await callGraph(access, 'POST', `${businessAccountId}/message_templates`, body),
  )
}
