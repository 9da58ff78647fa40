import type { Locale } from '@open-mercato/shared/lib/i18n/config'
import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Check, ChevronsUpDown, LogOut } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Avatar } from '../../primitives/avatar.tsx'
import { useBackendChrome } from '../BackendChromeProvider.tsx'
import { flash } from '../FlashMessages.tsx'
import { apiCall } from '../utils/apiCall.tsx'

export type LanguageChoice = {
  current: Locale
  /** Each language by its own name. */
  available: { locale: Locale; name: string }[]
  choose: (locale: Locale) => void
}

const itemClasses =
  'flex min-h-11 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 text-sm outline-none data-[highlighted]:bg-accent md:min-h-8'

export function UserMenu({ language }: { language: LanguageChoice }) {
  const t = useT()
  const { payload } = useBackendChrome()
  if (!payload) return null
  const { user } = payload
  const name = user.name || user.email
  const signOut = async () => {
    const call = await apiCall('/api/auth/logout', { method: 'POST' }).catch(() => null)
    // A full load, so that nothing of this person's data stays in the tab's memory.
    if (call?.ok || call?.status === 401) window.location.assign('/login')
    else flash(t('ui.shell.sign_out_failed', 'You could not be signed out. Please try again.'), 'error')
  }
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={t('ui.shell.user_menu', 'Your account: {name}', { name })}
        className="flex w-full items-center gap-2.5 rounded-md p-2 text-left transition-colors hover:bg-foreground/5 data-[state=open]:bg-foreground/5"
      >
        <Avatar label={name} size="sm" />
        <span className="grid min-w-0 flex-1 leading-tight">
          <span className="truncate text-sm font-medium text-foreground">{name}</span>
          <span className="truncate text-xs text-muted-foreground">{user.email}</span>
        </span>
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side="top"
          align="start"
          sideOffset={6}
          className="z-60 w-60 rounded-lg border bg-popover p-1 text-popover-foreground shadow-overlay animate-pop-in"
        >
          <DropdownMenu.Label className="px-2.5 py-1.5 text-xs font-medium text-muted-foreground">
            {t('ui.shell.language', 'Language')}
          </DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={language.current}
            onValueChange={(locale) => language.choose(locale as Locale)}
          >
            {language.available.map(({ locale, name: languageName }) => (
              <DropdownMenu.RadioItem key={locale} value={locale} lang={locale} className={itemClasses}>
                <span className="flex-1">{languageName}</span>
                <DropdownMenu.ItemIndicator>
                  <Check className="size-4 text-primary" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="my-1 h-px bg-border" />
          <DropdownMenu.Item onSelect={signOut} className={itemClasses}>
            <LogOut aria-hidden="true" className="size-4 text-muted-foreground" />
            {t('ui.shell.sign_out', 'Sign out')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
