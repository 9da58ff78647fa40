import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { inWords } from '../../errors/describe-error.ts'
import { FieldErrors } from '../field-errors.ts'
import { findingSentence } from '../lint/finding-words.ts'
import type { Finding } from '../lint/lint-template.ts'
import type { MetaRefusal } from './meta-refusal.ts'

/** What is wrong with a template, with the place where it is. Screens have words for the code. */
export type RefusedPart = Omit<Finding, 'fix'>

export function refusedPart(code: string, path: string): RefusedPart {
  return { code, level: 'refused', path, params: {} }
}

/** @param detail what Meta says, in its own words */
export function refusedTemplate(parts: RefusedPart[], detail: string | null = null): ChannelError {
  const { message, action } = inWords('template_refused', null, null)
  const fields = new FieldErrors()
  for (const part of parts) if (part.path !== '') fields.add(part.path, findingSentence(part))
  return new ChannelError(422, 'template_refused', message, action, {
    fieldErrors: fields.asRecord(),
    findings: parts,
    ...(detail === null ? {} : { detail }),
  })
}

/** What Meta refuses although it got through here, at the field that it is about. */
export function refusedByMeta({ code, path, detail }: MetaRefusal): ChannelError {
  return refusedTemplate([refusedPart(code, path)], detail)
}
