import { type ZodType, z } from 'zod'
import { refusalOf } from '../send/refusal.ts'
import type { SentParameter } from './template-send-schema.ts'

/** Checks the object under `key` of a template's parameter by its shape; the parameter's own keys are left alone. */
export function checkParameter<T>(parameter: SentParameter, key: string, shape: ZodType<T>): T {
  const body = { template: { [key]: parameter[key] } }
  const read = z.object({ template: z.object({ [key]: shape }) }).safeParse(body)
  if (!read.success) throw refusalOf(read.error, body)
  return (read.data.template as Record<string, T>)[key]!
}
