import { useT } from '@open-mercato/shared/lib/i18n/context'
import { cn } from '../../primitives/cn.tsx'
import { useBackendChrome } from '../BackendChromeProvider.tsx'
import { NamedIcon } from '../icon.tsx'
import { BrandMark } from './BrandMark.tsx'
import { currentHref, type NavigationGroup } from './navigation.tsx'
import { type LanguageChoice, UserMenu } from './UserMenu.tsx'

type SidebarProps = { navigation: NavigationGroup[]; path: string; language: LanguageChoice }

export function Sidebar({ navigation, path, language }: SidebarProps) {
  const t = useT()
  const current = currentHref(navigation, path)
  return (
    <div className="flex h-full flex-col gap-1 bg-sidebar text-sidebar-foreground">
      <Workplace />
      <nav
        aria-label={t('ui.shell.navigation', 'Main navigation')}
        className="flex-1 overflow-y-auto px-3 pb-3"
      >
        {navigation.map((group) => (
          <div key={group.labelKey ?? group.label} className="pt-4 first:pt-1">
            {group.label ? (
              <p className="px-2.5 pb-1 text-xs font-medium text-muted-foreground">
                {group.labelKey ? t(group.labelKey, group.label) : group.label}
              </p>
            ) : null}
            <ul className="grid grid-cols-1 gap-0.5">
              {group.items.map((item) => (
                <li key={item.href}>
                  <a
                    href={item.href}
                    aria-current={item.href === current ? 'page' : undefined}
                    className={cn(
                      'flex min-h-11 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm font-medium leading-tight transition-colors hover:bg-foreground/5 md:min-h-9',
                      'aria-[current=page]:bg-sidebar-active aria-[current=page]:text-foreground aria-[current=page]:shadow-xs aria-[current=page]:[&_svg]:text-primary',
                    )}
                  >
                    <NamedIcon name={item.icon} className="size-[1.125rem] shrink-0" strokeWidth={1.75} />
                    <span className="min-w-0 [overflow-wrap:anywhere]">
                      {item.labelKey ? t(item.labelKey, item.label) : item.label}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="border-t p-2">
        <UserMenu language={language} />
      </div>
    </div>
  )
}

/** Whose data is on the screen: a person may work for several tenants. */
function Workplace() {
  const { payload } = useBackendChrome()
  const organization = payload?.organization.name ?? ''
  const tenant = payload?.tenant.name ?? ''
  return (
    <div className="flex h-16 shrink-0 items-center gap-3 px-4">
      <BrandMark />
      <div className="grid min-w-0 leading-tight">
        <span className="truncate text-[0.9375rem] font-semibold text-foreground">{organization}</span>
        <span className="truncate text-xs text-muted-foreground">
          {tenant === organization ? 'Mercato' : tenant}
        </span>
      </div>
    </div>
  )
}
