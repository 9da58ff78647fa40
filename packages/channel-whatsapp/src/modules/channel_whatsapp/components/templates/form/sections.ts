import type { TemplateValues } from '../template.ts'

/** What Meta takes of the sections of a multi-product message: ten, and thirty products in all. */
export const MOST_SECTIONS = 10
export const MOST_PRODUCTS = 30

export type ProductSection = { title: string; products: string }

/** The sections that were typed for a button, at least one. */
export function sectionsOf(values: TemplateValues, path: string): ProductSection[] {
  const sections: ProductSection[] = []
  for (let index = 0; index < MOST_SECTIONS; index += 1) {
    const title = values[`${path}.sections.${index}.title`]
    const products = values[`${path}.sections.${index}.productIds`]
    if (index > 0 && title === undefined && products === undefined) break
    sections.push({ title: title ?? '', products: products ?? '' })
  }
  return sections
}

/** The same as values to be typed on, in place of those that were there. */
export function withSections(
  values: TemplateValues,
  path: string,
  sections: ProductSection[],
): TemplateValues {
  const others = Object.entries(values).filter(([key]) => !key.startsWith(`${path}.sections.`))
  const own = sections.flatMap(({ title, products }, index) => [
    [`${path}.sections.${index}.title`, title],
    [`${path}.sections.${index}.productIds`, products],
  ])
  return Object.fromEntries([...others, ...own])
}

/** The ids in a text in which people separate them as they like. */
export function productIdsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))]
}
