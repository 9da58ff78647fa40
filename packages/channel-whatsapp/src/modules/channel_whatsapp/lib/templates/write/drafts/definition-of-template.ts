import { knownProblem } from '../../../errors/known-problem.ts'
import { asWritten } from '../../definition/as-written.ts'
import type { StoredTemplate } from '../our-template.ts'
import type { DraftDefinition } from './written-definition.ts'

/** @throws ChannelError 422 `template_not_writable` for parts that cannot be written here */
export function definitionOfTemplate(template: StoredTemplate): DraftDefinition {
  const definition = asWritten(template)
  if (!definition) throw knownProblem('template_not_writable')
  return definition
}
