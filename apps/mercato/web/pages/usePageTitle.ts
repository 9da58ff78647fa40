import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { Crumb } from '@open-mercato/ui/backend/shell/TopBar'
import { useEffect } from 'react'
import { pages } from '../modules/pages.ts'

const productName = 'Mercato'

/** Names the browser tab after the page and answers the trail that leads to it. */
export function usePageTitle(routePath: string): { crumbs: Crumb[] } {
  const t = useT()
  const metadata = pages.find((page) => page.path === routePath)?.metadata
  const title = metadata ? t(metadata.pageTitleKey ?? '', metadata.pageTitle ?? '') : ''
  const trail = (metadata?.breadcrumb ?? []).map(({ label, labelKey, href }) => ({
    label: labelKey ? t(labelKey, label) : label,
    href,
  }))

  useEffect(() => {
    document.title = title ? `${title} · ${productName}` : productName
  }, [title])

  return { crumbs: trail.length > 0 ? trail : [{ label: title || productName }] }
}
