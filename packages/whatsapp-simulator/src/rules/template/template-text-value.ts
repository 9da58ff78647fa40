import { type ZodType, z } from 'zod'
import { GraphError } from '../../graph/graph-error.ts'
import type { SentParameter } from './sent-component.ts'
import { checkParameter } from './template-parameter.ts'

const fallback = z.string().min(1)

const money = z.strictObject({
  fallback_value: fallback,
  code: z.string().regex(/^[A-Z]{3}$/i),
  amount_1000: z.int(),
})

const moment = z.looseObject({ fallback_value: fallback })

/** Headers take text and nothing else. */
const TYPES = { header: ['text'], body: ['text', 'currency', 'date_time'] }

/** What one parameter puts into a text: text as it is, money and dates by their fallback, which is what Meta shows. */
export function readTextValue(where: 'header' | 'body', parameter: SentParameter): string {
  const { type } = parameter.value
  if (!TYPES[where].includes(type)) {
    throw new GraphError(132012, {
      details: `${where}: parameter of type ${type} does not match the expected type text`,
    })
  }
  const text =
    type === 'text'
      ? checkParameter(parameter, type, fallback)
      : checkParameter(parameter, type, shapeOf(type)).fallback_value
  if (/[\n\r\t]| {5,}/.test(text)) {
    throw new GraphError(132018, {
      details: `${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
    })
  }
  return text
}

function shapeOf(type: string): ZodType<{ fallback_value: string }> {
  return type === 'currency' ? money : moment
}
