import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { templateComponent } from '../templates/component.ts'
import { callGraph } from './graph-client.ts'
import { GraphError } from './graph-error.ts'
import { pagesOf } from './list-all.ts'
import { fewerFields, fieldsOf, keepAnswered, type TemplateFields, WHOLE } from './template-fields.ts'

const KNOWN_LONG = 'id,name,language,status,category,parameter_format,components'

const text = z.string().nullish().catch(null)

/** Since 1970. */
const seconds = z.coerce.number().int().min(0).max(253_402_300_799).nullish().catch(null)

/** A part in another form than today's: its template is kept, and cannot be sent (`template-needs.ts`). */
const UNREADABLE = { type: 'UNREADABLE' }

/** A fact in another form than today's is one that is not known; one that was not asked for is left out. */
const graphTemplate = z.object({
  id: z.union([z.string(), z.int()]).transform(String),
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  parameter_format: z.string().nullish(),
  components: z.array(templateComponent.catch(UNREADABLE)).catch([UNREADABLE]),
  quality_score: z.object({ score: text, date: seconds }).nullish().catch(null),
  rejected_reason: text,
  previous_category: text,
  correct_category: text,
  sub_category: text,
  message_send_ttl_seconds: z.coerce.number().pipe(z.int32()).nullish().catch(null),
  library_template_name: text,
})
export type GraphTemplate = z.infer<typeof graphTemplate>

export interface TemplatePage {
  templates: GraphTemplate[]
  /** How many there are in all; null where Graph does not say. */
  expected: number | null
  /** How many the account may have. */
  limit: number | null
}

const count = z.coerce.number().int().nonnegative().nullish().catch(null)
const summary = z
  .object({ total_count: count, message_template_count: count, message_template_limit: count })
  .nullish()

/**
 * All templates of a WhatsApp Business Account, in every state.
 *
 * @param get a path below the version, as Graph answers it
 */
export async function* templatePages(
  get: (path: string) => Promise<unknown>,
  businessAccountId: string,
): AsyncGenerator<TemplatePage> {
  const question = { fields: WHOLE, isSettled: false }
  const ask = (cursor: string) =>
    askFor(question, ({ facts, summary }) => {
      const more = summary.length > 0 ? `&summary=${summary.join()}` : ''
      const fields = [KNOWN_LONG, ...facts].join()
      return get(`${businessAccountId}/message_templates?fields=${fields}${more}${cursor}`)
    })
  for await (const page of pagesOf(ask, z.unknown())) {
    const told = summary.parse(page.summary)
    yield {
      // One that nobody can make out keeps none of the others: it is missing where Graph's own count is compared.
      templates: page.items.flatMap((item) => {
        const { data } = graphTemplate.safeParse(item)
        return data ? [withEmpty(data, question.fields)] : []
      }),
      expected: told?.total_count ?? told?.message_template_count ?? null,
      limit: told?.message_template_limit ?? null,
    }
  }
}

/** @throws GraphError of code 33 where there is no such template */
export async function readTemplate(access: GraphAccess, externalId: string): Promise<GraphTemplate> {
  const question = { fields: fieldsOf(access.apiVersion), isSettled: false }
  // Also what a webhook names; `..` would be another address.
  if (!/^[\w-]+$/.test(externalId)) throw new GraphError(400, 33, 'There is no such template.', null)
  const answer = await askFor(question, ({ facts }) =>
    callGraph(access, 'GET', `${externalId}?fields=${[KNOWN_LONG, ...facts].join()}`),
  )
  keepAnswered(access.apiVersion, question.fields)
  return withEmpty(graphTemplate.parse(answer), question.fields)
}

interface Question {
  fields: TemplateFields
  /** Graph has answered it: what it refuses now is something else. */
  isSettled: boolean
}

async function askFor(question: Question, ask: (fields: TemplateFields) => Promise<unknown>) {
  for (;;) {
    try {
      const answer = await ask(question.fields)
      question.isSettled = true
      return answer
    } catch (error) {
      const fewer = question.isSettled ? null : fewerFields(question.fields, error)
      if (!fewer) throw error
      question.fields = fewer
    }
  }
}

/** Graph leaves out what is empty. */
function withEmpty(template: GraphTemplate, { facts }: TemplateFields): GraphTemplate {
  return { ...template, ...Object.fromEntries(facts.map((fact) => [fact, template[fact] ?? null])) }
}
