import type { FormAnswerContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/answers'
import { z } from 'zod'
import { isRecord, isShallow, told } from '../meta-values.ts'

const answer = z.object({
  name: told,
  body: told,
  response_json: z.union([z.string(), z.custom<Record<string, unknown>>(isRecord)]),
})

/** The answer to a flow or an address form. Its values are JSON within the JSON; the token is the one we sent. */
export function readFormAnswer(part: unknown): FormAnswerContent | null {
  const { data } = answer.safeParse(part)
  if (!data) return null
  const form = { type: 'form_answer', name: data.name ?? 'flow', text: data.body ?? null } as const
  const values = valuesIn(data.response_json)
  if (!values) {
    const raw = data.response_json
    return typeof raw === 'string' ? { ...form, values: null, token: null, raw } : null
  }
  const { flow_token, ...filledIn } = values
  return typeof flow_token === 'string'
    ? { ...form, values: filledIn, token: flow_token, raw: null }
    : { ...form, values, token: null, raw: null }
}

function valuesIn(json: string | Record<string, unknown>): Record<string, unknown> | null {
  try {
    const values: unknown = typeof json === 'string' ? JSON.parse(json) : json
    return isRecord(values) && isShallow(values) ? values : null
  } catch {
    return null
  }
}
