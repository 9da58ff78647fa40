import { type TemplateDefinition, templateDefinition } from '../definition/definition.ts'
import { type Finding, type LintContext, lintTemplate } from '../lint/lint-template.ts'
import { refusedPart, refusedTemplate } from './refused-template.ts'

/**
 * A definition that may go to Meta.
 *
 * @throws ChannelError 422 `template_refused` with everything that Meta would refuse, each at its field
 */
export function checkedDefinition(written: TemplateDefinition, about: LintContext): TemplateDefinition {
  throwRefused(lintTemplate(written, about))
  const parsed = templateDefinition.safeParse(written)
  if (parsed.success) return parsed.data
  // A shape that no form makes: the lint has no words for it.
  throw refusedTemplate(parsed.error.issues.map(({ path }) => refusedPart('meta_shape', path.join('.'))))
}

/** The name alone, where Meta writes the rest. @throws ChannelError 422 `template_refused` */
export function checkedName(written: TemplateDefinition, about: LintContext): void {
  throwRefused(lintTemplate(written, about).filter(({ path }) => path === 'name'))
}

function throwRefused(findings: Finding[]): void {
  const refused = findings.filter(({ level }) => level === 'refused')
  if (refused.length > 0) throw refusedTemplate(refused.map(({ fix: _, ...part }) => part))
}
