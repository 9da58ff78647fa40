import { degrees } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/composer/location/coordinates'
import type {
  TemplateButtonParameter,
  TemplateHeaderObject,
  TemplateParameters,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import type { TemplateToSend } from '../composerContext.ts'
import type { Template, TemplateValues } from '../template.ts'
import { fieldsOf, type TemplateField } from './fields.ts'
import { productIdsIn, sectionsOf } from './sections.ts'

type Parts = Pick<TemplateParameters, 'headerObject' | 'buttons'> &
  Partial<Record<'header' | 'body', Record<string, string>>>

/**
 * The request for a template whose fields have no problems: what its definition takes, and nothing else.
 *
 * @param fileIds by the path of the header in which the file stands
 */
export function toContent(
  template: Template,
  values: TemplateValues,
  fileIds: Record<string, string> = {},
): TemplateToSend {
  const fields = fieldsOf(template)
  const partsOf = (card: number | null) =>
    partsFrom(
      fields.filter((field) => field.card === card),
      values,
      fileIds,
    )
  const end = values.offerExpiresAt
  const parameters: TemplateParameters = {
    ...partsOf(null),
    ...(template.offer?.takesEnd && end ? { offerExpiresAt: new Date(end).toISOString() } : {}),
    ...(template.cards.length > 0 ? { cards: template.cards.map((_, index) => partsOf(index)) } : {}),
  }
  return { type: 'template', name: template.name, language: template.language, parameters }
}

function partsFrom(fields: TemplateField[], values: TemplateValues, fileIds: Record<string, string>): Parts {
  const parts: Parts = {}
  for (const field of fields) {
    const value = values[field.path]?.trim() ?? ''
    if (field.kind === 'text') parts[field.component] = { ...parts[field.component], [field.key]: value }
    if (field.kind === 'oneTimeCode') parts.body = { '1': value }
    const header = headerOf(field, values, fileIds)
    if (header) parts.headerObject = header
    const button = buttonOf(field, values)
    if (button) parts.buttons = [...(parts.buttons ?? []), button]
  }
  return parts
}

function headerOf(
  field: TemplateField,
  values: TemplateValues,
  fileIds: Record<string, string>,
): TemplateHeaderObject | null {
  const { path } = field
  const typed = (key: string) => values[`${path}.${key}`]?.trim() ?? ''
  switch (field.kind) {
    case 'file': {
      const fileId = fileIds[path]
      return fileId ? { type: field.media, media: { fileId } } : null
    }
    case 'place':
      return {
        type: 'location',
        latitude: degrees(typed('latitude'), 90) ?? 0,
        longitude: degrees(typed('longitude'), 180) ?? 0,
        name: typed('name'),
        address: typed('address'),
      }
    case 'product':
      return { type: 'product', catalogId: typed('catalogId'), productId: typed('productId') }
    default:
      return null
  }
}

function buttonOf(field: TemplateField, values: TemplateValues): TemplateButtonParameter | null {
  const { path } = field
  const index = Number(path.split('.').at(-1))
  const value = values[path]?.trim() ?? ''
  const thumbnail = values[`${path}.thumbnailProductId`]?.trim() ?? ''
  switch (field.kind) {
    case 'suffix':
      return { type: 'url', index, suffix: value }
    case 'code':
      return { type: 'copy_code', index, code: value }
    case 'thumbnail':
      return thumbnail ? { type: 'catalog', index, thumbnailProductId: thumbnail } : null
    case 'products': {
      const sections = sectionsOf(values, path).map(({ title, products }) => ({
        title: title.trim(),
        productIds: productIdsIn(products),
      }))
      return { type: 'products', index, thumbnailProductId: thumbnail, sections }
    }
    default:
      return null
  }
}
