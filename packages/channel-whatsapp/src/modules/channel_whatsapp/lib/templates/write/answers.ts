import { z } from 'zod'
import { CATEGORIES } from '../definition/definition.ts'
import { DEFAULT_NAMES } from './defaults/default-template.ts'
import { writtenDefinition } from './drafts/written-definition.ts'

/** What the API answers, for its description. */
export const editRulesAnswer = z.object({
  canEdit: z.boolean(),
  reason: z.string().nullable(),
  nextEditAt: z.iso.datetime().nullable(),
  leftIn30Days: z.int().nullable(),
  canChangeCategory: z.boolean(),
  canDelete: z.boolean(),
  canArchive: z.boolean(),
  canUnarchive: z.boolean(),
  canUnpause: z.boolean(),
})

export const draftAnswer = z.object({
  draft: z.object({
    id: z.uuid(),
    connectionId: z.uuid(),
    templateId: z.uuid().nullable(),
    definition: writtenDefinition,
    authorName: z.string().nullable(),
    updatedAt: z.iso.datetime(),
    edit: editRulesAnswer.nullable(),
  }),
})

export const keptAnswer = z.object({
  template: z.object({ id: z.uuid(), status: z.string(), category: z.string() }),
})

const named = { name: z.string(), language: z.string() }

export const defaultsAnswer = z.object({
  items: z.array(
    z.object({
      name: z.enum(DEFAULT_NAMES),
      language: z.string(),
      category: z.enum(CATEGORIES),
      purpose: z.string(),
      definition: writtenDefinition,
      state: z.enum(['submitted', 'available']),
    }),
  ),
})

export const submittedDefaultsAnswer = z.object({
  submitted: z.array(z.object({ ...named, id: z.uuid() })),
  refused: z.array(
    z.object({ ...named, error: z.string(), reason: z.string(), detail: z.string().nullable() }),
  ),
})
