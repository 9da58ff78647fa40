import type { z } from 'zod'
import { withoutMetasTexts } from './code-template.ts'
import { draftDefinition } from './definition.ts'
import { normaliseComponents } from './normalise.ts'

type Json = Record<string, unknown>
type Unknown = Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>

/** A template as Meta lists it. */
export interface ListedTemplate {
  name: string
  language: string
  category: string
  parameterFormat: string
  components: unknown
  ttlSeconds: number | null
}

/**
 * A template as somebody would have written it: what Meta lists of its parts beyond what it takes back is left out. Null
 * where a part cannot be written here.
 */
export function asWritten(listed: ListedTemplate): z.output<typeof draftDefinition> | null {
  const { name, language, category, parameterFormat, ttlSeconds } = listed
  const components = JSON.parse(
    JSON.stringify(normaliseComponents(listed.components), withoutAddress),
  ) as Json[]
  const whole = {
    ...{ name, language, category, parameterFormat },
    components: category === 'AUTHENTICATION' ? withoutMetasTexts(components) : components,
    ...(ttlSeconds === null ? {} : { ttlSeconds }),
  }
  const first = draftDefinition.safeParse(whole)
  if (first.success) return first.data
  for (const issue of first.error.issues) if (isUnknown(issue)) leaveOut(whole, issue)
  return draftDefinition.safeParse(whole).data ?? null
}

/** In place of a sample Meta lists the address of a picture, which it does not take as one. */
function withoutAddress(key: string, value: unknown): unknown {
  if (key !== 'header_handle' || !Array.isArray(value)) return value
  return value.some((handle) => /^https?:/.test(String(handle))) ? undefined : value
}

function isUnknown(issue: z.core.$ZodIssue): issue is Unknown {
  return issue.code === 'unrecognized_keys'
}

function leaveOut(whole: unknown, { path, keys }: Unknown): void {
  const part = path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)[key], whole)
  for (const key of keys) delete (part as Json)[key]
}
