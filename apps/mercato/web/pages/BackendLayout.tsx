import { locales } from '@open-mercato/shared/lib/i18n/config'
import { BackendChromeProvider, useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { PageNameProvider, useShownPageName } from '@open-mercato/ui/backend/pageName'
import { AppShell } from '@open-mercato/ui/backend/shell/AppShell'
import { PageCrashed, PageLoading } from '@open-mercato/ui/backend/shell/FullPageState'
import { buildNavigation } from '@open-mercato/ui/backend/shell/navigation'
import { Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useLocaleChoice } from '../i18n/LocaleProvider.tsx'
import { languageNames } from '../i18n/locale.ts'
import { useLiveConnection } from '../live/useLiveConnection.ts'
import { backendPages } from '../modules/pages.ts'
import { usePageTitle } from './usePageTitle.ts'

export function BackendLayout() {
  return (
    <BackendChromeProvider adminNavApi="/api/auth/profile">
      <SignedInOnly />
    </BackendChromeProvider>
  )
}

function SignedInOnly() {
  const { payload, isLoading, isReady, refresh } = useBackendChrome()
  const isSignedOut = isReady && !payload

  useEffect(() => {
    if (!isSignedOut) return
    const { pathname, search } = window.location
    // A full load, so that nothing of the person before stays in the tab's memory.
    window.location.replace(`/login?redirect=${encodeURIComponent(pathname + search)}`)
  }, [isSignedOut])

  if (payload) {
    return (
      <PageNameProvider>
        <Frame />
      </PageNameProvider>
    )
  }
  if (isLoading || isSignedOut) return <Screen content={<PageLoading />} />
  return <Screen content={<PageCrashed onRetry={() => void refresh()} />} />
}

function Screen({ content }: { content: ReactNode }) {
  return <main className="flex min-h-dvh">{content}</main>
}

function Frame() {
  const { payload } = useBackendChrome()
  const { locale, choose } = useLocaleChoice()
  const { pathname } = useLocation()
  const isOnline = useLiveConnection()
  const routePath = useMatches().at(-1)?.fullPath ?? ''
  const { crumbs } = usePageTitle(routePath, useShownPageName())
  const granted = payload?.grantedFeatures
  const navigation = useMemo(() => buildNavigation(backendPages, granted ?? []), [granted])
  return (
    <AppShell
      navigation={navigation}
      path={pathname}
      crumbs={crumbs}
      isOnline={isOnline}
      language={{
        current: locale,
        available: locales.map((available) => ({ locale: available, name: languageNames[available] })),
        choose,
      }}
    >
      <Outlet />
    </AppShell>
  )
}
