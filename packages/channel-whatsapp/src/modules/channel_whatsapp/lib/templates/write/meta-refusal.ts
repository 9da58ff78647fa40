import { z } from 'zod'
import type { GraphError } from '../../graph/graph-error.ts'
import type { ComponentType, TemplateDefinition } from '../definition/definition.ts'
import { componentNamedIn, placeIn } from './component-place.ts'

/** What Meta can have against a template; its words are `channel_whatsapp.finding.<code>.title` and `.why`. */
export type MetaRefusalCode =
  | 'meta_name_in_use'
  | 'meta_name_blocked'
  | 'meta_format'
  | 'meta_text_too_long'
  | 'meta_header'
  | 'meta_body'
  | 'meta_footer'
  | 'meta_too_many_variables'
  | 'meta_variable_at_edge'
  | 'meta_example'
  | 'meta_other'

export interface MetaRefusal {
  code: MetaRefusalCode
  /** Of the field it is about; '' where it is about no field alone. */
  path: string
  /** Meta's own sentence. */
  detail: string
}

interface Known {
  code: MetaRefusalCode
  /** Which component's which field, unless Meta's sentence names another component. */
  about: 'name' | 'category' | [ComponentType, 'text' | 'example' | null] | null
}

/**
 * By Meta's number, which comes as the code or, mostly, as the subcode of 100.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes#template-creation-errors
 */
const KNOWN: Record<number, Known> = {
  2388023: { code: 'meta_name_blocked', about: 'name' },
  2388024: { code: 'meta_name_in_use', about: 'name' },
  2388025: { code: 'meta_name_blocked', about: 'name' },
  2388039: { code: 'meta_format', about: null },
  2388040: { code: 'meta_text_too_long', about: ['BODY', 'text'] },
  2388042: { code: 'meta_format', about: null },
  2388043: { code: 'meta_example', about: null },
  2388047: { code: 'meta_header', about: ['HEADER', 'text'] },
  2388072: { code: 'meta_body', about: ['BODY', 'text'] },
  2388073: { code: 'meta_footer', about: ['FOOTER', 'text'] },
  2388273: { code: 'meta_example', about: ['HEADER', 'example'] },
  2388293: { code: 'meta_too_many_variables', about: ['BODY', 'text'] },
  2388299: { code: 'meta_variable_at_edge', about: ['BODY', 'text'] },
}

/** A parameter that Meta does not take; of a new template that is something about the template. */
const INVALID_PARAMETER = 100

const told = z.object({
  error: z.object({
    error_subcode: z.number().nullish().catch(null),
    error_user_title: z.string().nullish().catch(null),
    error_user_msg: z.string().nullish().catch(null),
  }),
})

/** What Meta says to the person who wrote a template, beside its code. */
export function toldByMeta(failure: GraphError): { subcode: number | null; detail: string } {
  const error = told.safeParse(failure.answer).data?.error
  const [title, sentence] = [error?.error_user_title, error?.error_user_msg]
  const detail = sentence ? [title, sentence].filter(Boolean).join(': ') : failure.details
  return { subcode: error?.error_subcode ?? null, detail: detail ?? failure.message }
}

/** @returns null where what was refused is not the template as it is written */
export function metaRefusal(failure: GraphError, definition: TemplateDefinition): MetaRefusal | null {
  const { subcode, detail } = toldByMeta(failure)
  const known = KNOWN[subcode ?? -1] ?? KNOWN[failure.code ?? -1]
  if (known) return { code: known.code, path: pathOf(known.about, detail, definition), detail }
  if (failure.code !== INVALID_PARAMETER) return null
  return { code: 'meta_other', path: pathOf(null, detail, definition), detail }
}

function pathOf(about: Known['about'], detail: string, definition: TemplateDefinition): string {
  if (typeof about === 'string') return about
  const [type, field] = about ?? [null, null]
  const named = componentNamedIn(detail) ?? type
  return named === null ? '' : placeIn(definition, named, field)
}
