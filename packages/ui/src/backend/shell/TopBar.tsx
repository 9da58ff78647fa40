import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ChevronRight, Menu, WifiOff } from 'lucide-react'
import { Fragment } from 'react'
import { IconButton } from '../../primitives/icon-button.tsx'

export type Crumb = { label: string; href?: string }

type TopBarProps = { crumbs: Crumb[]; isOnline: boolean; onOpenNavigation: () => void }

export function TopBar({ crumbs, isOnline, onOpenNavigation }: TopBarProps) {
  const t = useT()
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b bg-background px-2 md:h-12 md:px-8">
      <IconButton
        className="md:hidden"
        onClick={onOpenNavigation}
        aria-label={t('ui.shell.open_navigation', 'Open the menu')}
      >
        <Menu className="size-5" />
      </IconButton>
      <nav aria-label={t('ui.shell.breadcrumb', 'You are here')} className="min-w-0 flex-1">
        <ol className="flex items-center gap-1.5 text-sm">
          {crumbs.map((crumb, position) => {
            const isLast = position === crumbs.length - 1
            return (
              <Fragment key={`${crumb.label}-${crumb.href ?? ''}`}>
                <li
                  className={
                    isLast ? 'truncate font-medium' : 'hidden shrink-0 text-muted-foreground sm:block'
                  }
                  aria-current={isLast ? 'page' : undefined}
                >
                  {crumb.href && !isLast ? (
                    <a href={crumb.href} className="rounded-sm hover:text-foreground">
                      {crumb.label}
                    </a>
                  ) : (
                    crumb.label
                  )}
                </li>
                {isLast ? null : (
                  <li aria-hidden="true" className="hidden text-muted-foreground sm:block">
                    <ChevronRight className="size-3.5" />
                  </li>
                )}
              </Fragment>
            )
          })}
        </ol>
      </nav>
      <span role="status">
        {isOnline ? null : (
          <span className="flex items-center gap-1.5 rounded-full bg-status-warning-bg px-2.5 py-1 text-xs font-medium text-status-warning-text">
            <WifiOff aria-hidden="true" className="size-3.5" />
            {t('ui.shell.reconnecting', 'Reconnecting…')}
          </span>
        )}
      </span>
    </header>
  )
}
