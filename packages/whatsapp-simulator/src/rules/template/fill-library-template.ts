import type { TemplateButton, TemplateComponent } from '../../accounts/template.ts'
import type { LibraryTemplate } from '../../accounts/template-library.ts'
import type { LibraryButton } from '../../accounts/template-library-draft.ts'
import { parameterRefusal } from '../../graph/template-refusal.ts'
import type { FromLibrary } from './definition/definition-schema.ts'

type Input = NonNullable<FromLibrary['library_template_button_inputs']>[number]

/**
 * The components of a template that is made from the library, with the business's own link and number in its buttons. What
 * Meta could add to the body is left out, as Meta does where an account does not have it.
 */
export function fillLibraryTemplate(
  { header, body, body_params, buttons = [] }: LibraryTemplate,
  inputs: Input[],
): TemplateComponent[] {
  const filled = buttons.map((button, index) => filledButton(button, inputs[index], index))
  if (inputs.length > buttons.length)
    throw parameterRefusal(`Param library_template_button_inputs has more buttons than the template.`)
  return [
    ...(header ? [{ type: 'HEADER' as const, format: 'TEXT' as const, text: header }] : []),
    {
      type: 'BODY',
      text: body,
      ...(body_params.length > 0 ? { example: { body_text: [body_params] } } : {}),
    },
    ...(filled.length > 0 ? [{ type: 'BUTTONS' as const, buttons: filled }] : []),
  ]
}

function filledButton(button: LibraryButton, input: Input | undefined, index: number): TemplateButton {
  if (button.type === 'QUICK_REPLY') return button
  const place = `library_template_button_inputs[${index}]`
  if (!input) throw parameterRefusal(`The parameter ${place} is required.`)
  if (input.type !== button.type) {
    throw parameterRefusal(`Param ${place}['type'] must be one of {${button.type}} - got "${input.type}".`)
  }
  if (button.type === 'PHONE_NUMBER') {
    if (!input.phone_number) throw parameterRefusal(`The parameter ${place}['phone_number'] is required.`)
    return { ...button, phone_number: input.phone_number }
  }
  const { base_url, url_suffix_example } = input.url ?? {}
  if (!base_url || !/^https?:\/\//.test(base_url))
    throw parameterRefusal(`The parameter ${place}['url']['base_url'] is required.`)
  if (!base_url.includes('{{')) return { ...button, url: base_url }
  if (!/^[^{}]*\{\{1\}\}$/.test(base_url))
    throw parameterRefusal(`Param ${place}['url']['base_url'] has one variable, {{1}}, at its end.`)
  if (!url_suffix_example)
    throw parameterRefusal(`The parameter ${place}['url']['url_suffix_example'] is required.`)
  return { ...button, url: base_url, example: [url_suffix_example] }
}
