import { type Data, resolveVariables } from '../../../lib/templates/mapping/resolve.ts'
import type { MappableVariable } from '../../../lib/templates/mapping/variables.ts'
import type { ComposerContext } from '../composerContext.ts'
import type { Template, TemplateValues } from '../template.ts'
import { fieldsOf } from './fields.ts'

/** What is known of the person and the business, by the keys that the data of a notification has them under. */
export function dataOf({ contact, businessName }: Pick<ComposerContext, 'contact' | 'businessName'>): Data {
  const name = contact.displayName?.trim() ?? ''
  return {
    ...(name ? { contact_name: name, contact_first_name: name.split(/\s+/)[0]! } : {}),
    ...(contact.phone ? { contact_phone: contact.phone } : {}),
    ...(businessName ? { business_name: businessName } : {}),
  }
}

/** The values that need not be typed; all of them can be changed. */
export function prefilled(template: Template, data: Data): TemplateValues {
  const variables = fieldsOf(template).flatMap((field): MappableVariable[] => {
    const { path } = field
    switch (field.kind) {
      case 'text':
        return [{ path, name: field.key, kind: 'text', link: null }]
      case 'suffix':
        return [{ path, name: field.button, kind: 'suffix', link: field.link }]
      case 'code':
        return [{ path, name: field.button, kind: 'code', link: null }]
      default:
        return []
    }
  })
  return resolveVariables(variables, template.mapping, data, template.language)
}
