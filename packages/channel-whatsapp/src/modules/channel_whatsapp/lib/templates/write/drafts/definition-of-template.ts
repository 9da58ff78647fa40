import type { z } from 'zod'
import { knownProblem } from '../../../errors/known-problem.ts'
import { draftDefinition } from '../../definition/definition.ts'
import type { StoredTemplate } from '../our-template.ts'
import { withoutMetasTexts } from './code-template.ts'
import type { DraftDefinition } from './written-definition.ts'

type Unknown = Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>

/**
 * A template as somebody would have written it. Meta lists more about its parts than it takes back; that is left out.
 *
 * @throws ChannelError 422 `template_not_writable` for parts that cannot be written here
 */
export function definitionOfTemplate(template: StoredTemplate): DraftDefinition {
  const { name, language, category, parameterFormat, ttlSeconds } = template
  const components = JSON.parse(JSON.stringify(template.components, asGiven)) as Record<string, unknown>[]
  const whole = {
    ...{ name, language, category, parameterFormat },
    components: category === 'AUTHENTICATION' ? withoutMetasTexts(components) : components,
    ...(ttlSeconds === null ? {} : { ttlSeconds }),
  }
  const first = draftDefinition.safeParse(whole)
  if (first.success) return first.data
  for (const issue of first.error.issues) if (isUnknown(issue)) leaveOut(whole, issue)
  const second = draftDefinition.safeParse(whole)
  if (!second.success) throw knownProblem('template_not_writable')
  return second.data
}

/** In place of a sample Meta lists the address of a picture, which it does not take as one; and a flow's id as a number. */
function asGiven(key: string, value: unknown): unknown {
  if (key === 'flow_id' && typeof value === 'number') return String(value)
  if (key !== 'header_handle' || !Array.isArray(value)) return value
  return value.some((handle) => /^https?:/.test(String(handle))) ? undefined : value
}

function isUnknown(issue: z.core.$ZodIssue): issue is Unknown {
  return issue.code === 'unrecognized_keys'
}

function leaveOut(whole: unknown, { path, keys }: Unknown): void {
  const part = path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)[key], whole)
  for (const key of keys) delete (part as Record<string, unknown>)[key]
}
