import { z } from 'zod'
import type { LibraryEntry } from '../../../graph/template-library.ts'

/** A template that Meta wrote, as screens show it. */
export const libraryTemplate = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  topic: z.string().nullable(),
  usecase: z.string().nullable(),
  industry: z.array(z.string()),
  header: z.string().nullable(),
  body: z.string(),
  /** What stands for each variable of the body, and of which kind it has to be. */
  parameters: z.array(z.object({ sample: z.string(), type: z.string().nullable() })),
  buttons: z.array(
    z.object({
      type: z.string(),
      text: z.string().nullable(),
      url: z.string().nullable(),
      phoneNumber: z.string().nullable(),
    }),
  ),
})
export type LibraryTemplate = z.infer<typeof libraryTemplate>

export function viewLibraryEntry(entry: LibraryEntry): LibraryTemplate {
  const { id, name, language, category, body } = entry
  const types = entry.body_param_types ?? []
  return {
    ...{ id, name, language, category, body },
    topic: entry.topic ?? null,
    usecase: entry.usecase ?? null,
    industry: entry.industry ?? [],
    header: entry.header ?? null,
    parameters: (entry.body_params ?? []).map((sample, index) => ({ sample, type: types[index] ?? null })),
    buttons: (entry.buttons ?? []).map(({ type, text, url, phone_number }) => ({
      type,
      text: text ?? null,
      url: url ?? null,
      phoneNumber: phone_number ?? null,
    })),
  }
}
