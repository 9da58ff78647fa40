import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'

type Named = { id: string; title: string; description?: string | null; category?: string | null }

/** A definition is written in English; the integration's own module may translate it under these keys. */
export function integrationTexts(integration: Named, t: TranslateFn) {
  const { id, title, description } = integration
  return {
    title: t(`${id}.integration.title`, title),
    description: description ? t(`${id}.integration.description`, description) : null,
    category: categoryName(integration.category ?? 'other', t),
  }
}

export function categoryName(category: string, t: TranslateFn): string {
  return t(`integrations.category.${category}`, category)
}
