import { buttonsOf, type Template } from './component.ts'

/** Its one value is the code, which goes into the text and onto the button. */
export const CODE_KEY = '1'

export function carriesCode(template: Pick<Template, 'category'>): boolean {
  return template.category.toUpperCase() === 'AUTHENTICATION'
}

/** Buttons that copy or fill in a code: Meta sends them to phone numbers only (131062). */
export function needsPhone(template: Template): boolean {
  return carriesCode(template) && codeButton(template) !== -1
}

/** Where the button for the code is; Meta lists it as a link or as `OTP`. -1: there is none. */
export function codeButton(template: Template): number {
  return buttonsOf(template).findIndex((button) => ['URL', 'OTP'].includes(button.type.toUpperCase()))
}
