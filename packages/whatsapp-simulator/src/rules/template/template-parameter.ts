import { type ZodType, z } from 'zod'
import { refusalOf } from '../send/refusal.ts'
import type { SentParameter } from './sent-component.ts'

/** Checks what is under `key` of a template's parameter by its shape; the parameter's own keys are left alone. */
export function checkParameter<T>({ value, path }: SentParameter, key: string, shape: ZodType<T>): T {
  const read = z.object({ [key]: shape }).safeParse(value)
  if (!read.success) throw refusalOf(read.error, value, path)
  return (read.data as Record<string, T>)[key]!
}
