import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { readableName } from '../templateChoices.ts'
import type { TemplateField } from './fields.ts'

/** Variables are numbered or named; a name says more than where it stands. */
export function fieldLabel(t: TranslateFn, field: TemplateField): string {
  switch (field.kind) {
    case 'text':
      if (!/^\d+$/.test(field.key)) return readableName(field.key)
      return t(`channel_whatsapp.templates.parameter.${field.component}`, { key: field.key })
    case 'suffix':
    case 'code':
    case 'thumbnail':
      return t(`channel_whatsapp.templates.field.${field.kind}`, { button: field.button })
    case 'oneTimeCode':
    case 'offerEnd':
      return t(`channel_whatsapp.templates.field.${field.kind}`)
    default:
      return ''
  }
}
