import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Sheet, SheetContent, SheetTitle } from '../../primitives/sheet.tsx'
import type { NavigationGroup } from './navigation.tsx'
import { Sidebar } from './Sidebar.tsx'
import { type Crumb, TopBar } from './TopBar.tsx'
import type { LanguageChoice } from './UserMenu.tsx'

type AppShellProps = {
  navigation: NavigationGroup[]
  path: string
  crumbs: Crumb[]
  language: LanguageChoice
  isOnline: boolean
  children: ReactNode
}

/** The frame around every back-office page. The page scrolls inside `main`, whose whole height it may fill. */
export function AppShell({ navigation, path, crumbs, language, isOnline, children }: AppShellProps) {
  const t = useT()
  const main = useRef<HTMLElement>(null)
  const shownPath = useRef(path)
  const [isDrawerOpen, setIsDrawerOpen] = useState(false)

  useEffect(() => {
    if (shownPath.current === path) return
    shownPath.current = path
    setIsDrawerOpen(false)
    // A keyboard or screen-reader user starts at the new page, not at the link that led to it.
    main.current?.focus({ preventScroll: true })
    main.current?.scrollTo?.({ top: 0 })
  }, [path])

  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#main"
        className="fixed left-3 top-3 z-60 -translate-y-20 rounded-md bg-primary px-4 py-2.5 text-sm font-medium text-primary-foreground focus:translate-y-0"
      >
        {t('ui.shell.skip', 'Skip to the content')}
      </a>
      <aside className="hidden w-60 shrink-0 border-r md:block">
        <Sidebar navigation={navigation} path={path} language={language} />
      </aside>
      <Sheet open={isDrawerOpen} onOpenChange={setIsDrawerOpen}>
        <SheetContent side="left" aria-describedby={undefined}>
          <SheetTitle className="sr-only">{t('ui.shell.navigation', 'Main navigation')}</SheetTitle>
          <Sidebar navigation={navigation} path={path} language={language} />
        </SheetContent>
      </Sheet>
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar crumbs={crumbs} isOnline={isOnline} onOpenNavigation={() => setIsDrawerOpen(true)} />
        <main id="main" ref={main} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
    </div>
  )
}
