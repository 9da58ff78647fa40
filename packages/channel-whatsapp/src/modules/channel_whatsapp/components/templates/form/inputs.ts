import type { TemplateValues } from '../template.ts'
import type { TemplateField } from './fields.ts'
import { sectionsOf } from './sections.ts'

/** The inputs that a field has on the screen, each by where its value goes. */
export function inputsOf(field: TemplateField, values: TemplateValues): string[] {
  const below = (...keys: string[]) => keys.map((key) => `${field.path}.${key}`)
  switch (field.kind) {
    case 'place':
      return below('name', 'address', 'latitude', 'longitude')
    case 'product':
      return below('catalogId', 'productId')
    case 'thumbnail':
      return below('thumbnailProductId')
    case 'products':
      return [
        ...below('thumbnailProductId'),
        ...sectionsOf(values, field.path).flatMap((_, index) =>
          below(`sections.${index}.title`, `sections.${index}.productIds`),
        ),
      ]
    default:
      return [field.path]
  }
}
