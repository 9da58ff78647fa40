import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { changeCards, refitCards } from './carousel.ts'
import { setHeaderHandle } from './header.ts'
import { codeParts, layoutOf, layoutsFor, setLayout } from './layout.ts'
import { partOf } from './parts.ts'
import { refitVariables } from './text-parts.ts'
import type { ParameterFormat } from './variables.ts'

export function blankDefinition(language: string): TemplateDefinition {
  return {
    name: '',
    language,
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    components: [{ type: 'BODY', text: '' }],
  }
}

/** What is typed becomes a name that Meta takes: small letters, digits and underscores. */
export function asTemplateName(typed: string): string {
  return (
    typed
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // Letters that do not come apart into a plain one and its sign.
      .replaceAll('ł', 'l')
      .replaceAll('ß', 'ss')
      .replace(/[\s-]+/g, '_')
      .replace(/[^a-z0-9_]/g, '')
  )
}

/**
 * Codes are made of other parts than everything else: going there and back, `formerly` brings back what was written.
 *
 * @param formerly the components before codes were chosen
 */
export function setCategory(
  definition: TemplateDefinition,
  category: TemplateDefinition['category'],
  formerly: TemplateDefinition['components'] | null = null,
): TemplateDefinition {
  if (category === definition.category) return definition
  const { ttlSeconds: _, ...changed } = { ...definition, category }
  if (category === 'AUTHENTICATION') return { ...changed, components: codeParts() }
  if (definition.category === 'AUTHENTICATION') {
    const written = { ...changed, components: formerly ?? blankDefinition('').components }
    return fitting(written)
  }
  return fitting(changed)
}

const fitting = (definition: TemplateDefinition) =>
  layoutsFor(definition.category).includes(layoutOf(definition))
    ? definition
    : setLayout(definition, 'standard')

export function setParameterFormat(
  definition: TemplateDefinition,
  parameterFormat: ParameterFormat,
): TemplateDefinition {
  if (parameterFormat === definition.parameterFormat) return definition
  const header = refitVariables(definition.components, 'HEADER', parameterFormat)
  const body = refitVariables(header, 'BODY', parameterFormat)
  return { ...definition, parameterFormat, components: refitCards(body, parameterFormat) }
}

/** How long Meta may try to deliver a message, in seconds; null leaves that to Meta. */
export function setTtl(definition: TemplateDefinition, seconds: number | null): TemplateDefinition {
  const { ttlSeconds: _, ...rest } = definition
  return seconds === null ? rest : { ...rest, ttlSeconds: seconds }
}

/** Samples belong to the account that they were handed to: another one takes its own. */
export function withoutHandles(definition: TemplateDefinition): TemplateDefinition {
  const header = setHeaderHandle(definition.components, null)
  const components = partOf(header, 'CAROUSEL')
    ? changeCards(header, (card) => setHeaderHandle(card, null))
    : header
  return { ...definition, components }
}
