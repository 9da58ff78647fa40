import type texts from '../../../i18n/en.json'
import type { TemplateDefinition } from '../definition/definition.ts'

/** `refused`: Meta would not take it. `advice`: it may be rejected, put into another category, or read badly. */
export type FindingLevel = 'refused' | 'advice'

type WithWords<
  Key,
  Before extends string,
  After extends string,
> = Key extends `${Before}${infer Code}${After}` ? Code : never
/** Those that have words. */
export type FindingCode = WithWords<keyof typeof texts, 'channel_whatsapp.finding.', '.title'>
export type FixCode = WithWords<keyof typeof texts, 'channel_whatsapp.finding.fix.', ''>

export type FindingParams = Record<string, string | number>

/** A mend that changes nothing a merchant would want to think about. Its words are found by its code. */
export interface Fix {
  code: string
  definition: (definition: TemplateDefinition) => TemplateDefinition
}

/** Something about a template that is wrong or unwise. Its words are found by its code. */
export interface Finding {
  code: string
  level: FindingLevel
  /** `name`, `components.1.text`, `components.2.buttons.0.url` … No two findings share both code and path. */
  path: string
  params: FindingParams
  fix: Fix | null
}

/** What a template alone does not tell. */
export interface LintContext {
  takenNames?: { name: string; language: string }[]
  /** Names that may not be used again yet, with the time at which they may. */
  blockedNames?: { name: string; until: string }[]
  /** A template that exists keeps its name. */
  isEdit?: boolean
}

type Said = [code: FindingCode, path: string, params?: FindingParams, fix?: Fix | null]

export function refused(...[code, path, params = {}, fix = null]: Said): Finding {
  return { code, level: 'refused', path, params, fix }
}

export function advice(...[code, path, params = {}, fix = null]: Said): Finding {
  return { code, level: 'advice', path, params, fix }
}

export function fixOf(code: FixCode, definition: Fix['definition']): Fix {
  return { code, definition }
}
