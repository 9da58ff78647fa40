import { fieldsOf } from '../src/modules/channel_whatsapp/components/templates/form/fields.ts'
import type {
  Template,
  TemplateValues,
} from '../src/modules/channel_whatsapp/components/templates/template.ts'

const PLACE = { name: 'Kiosk', address: 'Nowy Świat 1', latitude: '52,23', longitude: '21.01' }

/** A template with something in each of its fields, as a person would type it; its files by `fileIdOf`. */
export function filled(
  template: Template,
  fileIdOf: (media: string) => string,
): { values: TemplateValues; fileIds: Record<string, string> } {
  const values: TemplateValues = {}
  const fileIds: Record<string, string> = {}
  const below = (path: string, given: Record<string, string>) => {
    for (const [key, value] of Object.entries(given)) values[`${path}.${key}`] = value
  }
  for (const field of fieldsOf(template)) {
    const { path } = field
    switch (field.kind) {
      case 'file':
        fileIds[path] = fileIdOf(field.media)
        break
      case 'place':
        below(path, PLACE)
        break
      case 'product':
        below(path, { catalogId: '1', productId: 'TENT' })
        break
      case 'products':
        below(path, {
          thumbnailProductId: 'TENT',
          'sections.0.title': 'Tents',
          'sections.0.productIds': 'TENT, BAG',
        })
        break
      case 'thumbnail':
        below(path, { thumbnailProductId: 'TENT' })
        break
      case 'offerEnd':
        values[path] = '2099-11-22T09:00'
        break
      case 'suffix':
      case 'code':
        values[path] = 'A1'
        break
      case 'text':
        values[path] = ` ${field.example ?? 'something'} `
        break
      default:
        values[path] = field.example ? field.example.slice(0, 15) : 'A1'
    }
  }
  return { values, fileIds }
}
