import type { TemplateDefinition } from '../definition/definition.ts'
import type { Finding, LintContext } from './finding.ts'
import { lintAuthentication } from './rules/authentication.ts'
import { lintBraces } from './rules/braces.ts'
import { lintButtonTargets } from './rules/button-targets.ts'
import { lintButtonTexts } from './rules/button-texts.ts'
import { lintButtons } from './rules/buttons.ts'
import { lintCarousel } from './rules/carousel.ts'
import { lintCategory } from './rules/category.ts'
import { lintExamples } from './rules/examples.ts'
import { lintFormatting } from './rules/formatting.ts'
import { lintLanguage } from './rules/language.ts'
import { lintName } from './rules/name.ts'
import { lintOffer } from './rules/offer.ts'
import { lintTexts } from './rules/texts.ts'
import { lintTtl } from './rules/ttl.ts'
import { lintVariableNames } from './rules/variable-names.ts'
import { lintVariables } from './rules/variables.ts'
import { type LintRule, subjectOf } from './subject.ts'

export type { Finding, FindingLevel, Fix, LintContext } from './finding.ts'

const RULES: LintRule[] = [
  lintName,
  lintLanguage,
  lintTexts,
  lintBraces,
  lintVariables,
  lintVariableNames,
  lintExamples,
  lintFormatting,
  lintButtons,
  lintButtonTexts,
  lintButtonTargets,
  lintCarousel,
  lintOffer,
  lintAuthentication,
  lintTtl,
  lintCategory,
]

/** Everything to say about a template before it is submitted. Runs on every key stroke. */
export function lintTemplate(definition: TemplateDefinition, about: LintContext = {}): Finding[] {
  const subject = subjectOf(definition, about)
  return RULES.flatMap((rule) => [...rule(subject)])
}
