import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { PageForbidden } from '@open-mercato/ui/backend/shell/FullPageState'
import { mayOpen } from '@open-mercato/ui/backend/shell/navigation'
import { lazyRouteComponent, useParams } from '@tanstack/react-router'
import type { RegisteredPage } from '../modules/pages.ts'
import { usePageTitle } from './usePageTitle.ts'

/** The component of a page behind the shell; its code arrives with the first visit. */
export function backendPageComponent(page: RegisteredPage) {
  const Page = pageComponent(page)
  return function PermittedPage() {
    const { payload } = useBackendChrome()
    return mayOpen(page, payload?.grantedFeatures ?? []) ? <Page /> : <PageForbidden />
  }
}

export function publicPageComponent(page: RegisteredPage) {
  const Page = pageComponent(page)
  return function TitledPage() {
    usePageTitle(page.path)
    return <Page />
  }
}

function pageComponent(page: RegisteredPage) {
  return lazyRouteComponent(async () => {
    const { default: Page } = await page.load()
    return { default: () => <Page params={useParams({ strict: false })} /> }
  })
}
