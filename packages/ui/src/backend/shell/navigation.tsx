import type { PageMetadata } from '@open-mercato/shared/modules/registry'
import { hasAllFeatures } from '@open-mercato/shared/security/features'

export type NavigablePage = { path: string; metadata: PageMetadata }

export type NavigationItem = { href: string; label: string; labelKey?: string; icon: unknown }

export type NavigationGroup = { label: string; labelKey?: string; items: NavigationItem[] }

const lastOrder = Number.MAX_SAFE_INTEGER

export function mayOpen(page: NavigablePage, granted: readonly string[]): boolean {
  return hasAllFeatures(granted, page.metadata.requireFeatures ?? [])
}

/** The menu of one person: pages they may open, in groups, both in the order the pages ask for. */
export function buildNavigation(pages: NavigablePage[], granted: readonly string[]): NavigationGroup[] {
  const listed = pages
    .filter((page) => !page.metadata.navHidden && !page.path.includes('$') && mayOpen(page, granted))
    .sort((one, other) => orderOf(one) - orderOf(other) || one.path.localeCompare(other.path))
  const groups = new Map<string, NavigationGroup>()
  for (const { path, metadata } of listed) {
    const label = metadata.pageGroup ?? ''
    const key = metadata.pageGroupKey ?? label
    const group = groups.get(key) ?? { label, labelKey: metadata.pageGroupKey, items: [] }
    group.items.push({
      href: path,
      label: metadata.pageTitle ?? path,
      labelKey: metadata.pageTitleKey,
      icon: metadata.icon,
    })
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The entry that a page belongs to: its own, or the nearest above it. */
export function currentHref(navigation: NavigationGroup[], path: string): string | undefined {
  const above = navigation
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => path === href || path.startsWith(`${href}/`))
  return above.sort((one, other) => other.length - one.length)[0]
}

function orderOf(page: NavigablePage): number {
  return page.metadata.pageOrder ?? lastOrder
}
