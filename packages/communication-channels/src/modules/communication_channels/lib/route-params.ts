import { z } from 'zod'
import { notFound } from './errors.ts'

/** The `[id]` of a route. Whatever is no uuid does not exist. */
export function idParam(params: Record<string, string | string[]>, what: string, name = 'id'): string {
  const id = z.uuid().toLowerCase().safeParse(params[name])
  if (!id.success) throw notFound(what)
  return id.data
}
