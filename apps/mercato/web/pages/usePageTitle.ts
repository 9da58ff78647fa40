import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { Crumb } from '@open-mercato/ui/backend/shell/TopBar'
import { useEffect } from 'react'
import { pages } from '../modules/pages.ts'

const productName = 'Mercato'

/**
 * Names the browser tab after the page and answers the trail that leads to it.
 * `ownName` is that of the record it shows, where it shows one.
 */
export function usePageTitle(routePath: string, ownName: string | null = null): { crumbs: Crumb[] } {
  const t = useT()
  const metadata = pages.find((page) => page.path === routePath)?.metadata
  const title = ownName ?? (metadata ? t(metadata.pageTitleKey ?? '', metadata.pageTitle ?? '') : '')
  const trail = (metadata?.breadcrumb ?? []).map(({ label, labelKey, href }) => ({
    label: labelKey ? t(labelKey, label) : label,
    href,
  }))

  useEffect(() => {
    document.title = title ? `${title} · ${productName}` : productName
  }, [title])

  if (trail.length > 0 && !ownName) return { crumbs: trail }
  return { crumbs: [...trail.slice(0, -1), { label: title || productName }] }
}
