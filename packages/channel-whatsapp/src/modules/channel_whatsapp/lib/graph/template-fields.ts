import { GraphError } from './graph-error.ts'

const FACTS = [
  ...['quality_score', 'rejected_reason', 'previous_category', 'correct_category', 'sub_category'],
  ...['message_send_ttl_seconds', 'library_template_name'],
] as const
const SUMMARY = ['total_count', 'message_template_count', 'message_template_limit'] as const

/** What templates are asked for, beside what Graph has had for years. */
export interface TemplateFields {
  facts: readonly (typeof FACTS)[number][]
  /** Of a list as a whole. */
  summary: readonly string[]
}

export const WHOLE: TemplateFields = { facts: FACTS, summary: SUMMARY }

/** What Graph answers, by its version: asked for in vain once, a field costs no second call of this process. */
const answered = new Map<string, TemplateFields>()

export function fieldsOf(apiVersion: string): TemplateFields {
  return answered.get(apiVersion) ?? WHOLE
}

/** A question that was refused without a name may have been refused for that one template: it says nothing of the next. */
export function keepAnswered(apiVersion: string, fields: TemplateFields): void {
  if (fields.facts.length > 0) answered.set(apiVersion, fields)
}

/**
 * Graph refuses the whole question (code 100) for one field that its version does not have (yet, or any more), and mostly
 * names it. Without a name nothing but what it surely has is asked for.
 *
 * @returns null where the fields are not what was refused
 */
export function fewerFields(fields: TemplateFields, failure: unknown): TemplateFields | null {
  if (!(failure instanceof GraphError) || failure.code !== 100) return null
  const words = new Set(`${failure.message} ${failure.details ?? ''}`.split(/\W+/))
  const rest = words.has('summary')
    ? { ...fields, summary: [] }
    : {
        facts: fields.facts.filter((name) => !words.has(name)),
        summary: fields.summary.filter((name) => !words.has(name)),
      }
  const size = ({ facts, summary }: TemplateFields) => facts.length + summary.length
  if (size(fields) === 0) return null
  return size(rest) < size(fields) ? rest : { facts: [], summary: [] }
}
