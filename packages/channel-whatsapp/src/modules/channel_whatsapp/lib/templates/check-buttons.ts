import type { TemplateButtonParameter } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { productSections } from '../content/products.ts'
import { buttonsOf, type TemplateButton, type TemplatePart } from './component.ts'
import { isCopyCode } from './copy-code.ts'
import type { FieldErrors } from './field-errors.ts'
import { isLinkRest } from './link-rest.ts'
import { COPY_CODE_MAX } from './lint/limits.ts'
import { needsValue } from './template-needs.ts'
import { BUTTON_KINDS } from './wire-button.ts'

/** What stands behind the link that the template has; null where it can. */
function suffixProblem(suffix: string, { url = '' }: TemplateButton): string | null {
  if (!isLinkRest(suffix)) return 'There is a character in it that no link has.'
  if (!/^[a-z]+:\/\//i.test(suffix)) return null
  return `Give only what comes after ${url.replace(/\{\{.*$/, '')}.`
}

/**
 * Checks the values of buttons against the buttons that a template or card has.
 *
 * @param path of the list of values, such as `content.parameters.buttons`
 */
export function checkButtons(
  errors: FieldErrors,
  path: string,
  given: TemplateButtonParameter[],
  part: TemplatePart,
): void {
  const buttons = buttonsOf(part)
  const seen = new Set<number>()
  given.forEach((parameter, position) => {
    const at = `${path}.${position}`
    const problem = seen.has(parameter.index)
      ? 'This button has a value already.'
      : misfit(parameter, buttons[parameter.index])
    if (problem) errors.add(at, problem)
    else checkValue(errors, at, parameter, buttons[parameter.index]!)
    seen.add(parameter.index)
  })
  buttons.forEach((button, index) => {
    if (seen.has(index) || !needsValue(button)) return
    errors.add(path, `The button “${button.text ?? button.type}” (number ${index} from 0) needs a value.`)
  })
}

function misfit(parameter: TemplateButtonParameter, button: TemplateButton | undefined): string | null {
  if (!button) return `The template has no button with the number ${parameter.index}.`
  if (button.type.toUpperCase() !== BUTTON_KINDS[parameter.type].toUpperCase()) {
    return `The button “${button.text ?? button.type}” is of the kind ${button.type} and takes no such value.`
  }
  const isFixedLink = parameter.type === 'url' && !needsValue(button)
  return isFixedLink ? 'The link of this button is the same for everybody, so it takes no value.' : null
}

function checkValue(
  errors: FieldErrors,
  path: string,
  parameter: TemplateButtonParameter,
  button: TemplateButton,
): void {
  if (parameter.type === 'copy_code' && !isCopyCode(parameter.code)) {
    errors.add(
      `${path}.code`,
      `A code to copy is up to ${COPY_CODE_MAX} letters and digits, without accents, spaces or signs.`,
    )
  }
  if (parameter.type === 'url') {
    const problem = suffixProblem(parameter.suffix, button)
    if (problem) errors.add(`${path}.suffix`, problem)
  }
  if (parameter.type !== 'products') return
  for (const issue of productSections.safeParse(parameter.sections).error?.issues ?? []) {
    errors.add([path, 'sections', ...issue.path].join('.'), issue.message)
  }
}
