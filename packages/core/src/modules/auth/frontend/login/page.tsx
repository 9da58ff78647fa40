'use client'
import { useT } from '@open-mercato/shared/lib/i18n/context'
import { BrandMark } from '@open-mercato/ui/backend/shell/BrandMark'
import { LoginForm } from './LoginForm.tsx'
import { redirectTarget } from './redirectTarget.ts'

export default function LoginPage() {
  const t = useT()
  // A full load, so that nothing of the person before stays in the tab's memory.
  const enter = () => window.location.assign(redirectTarget(window.location.search))
  return (
    <main className="flex min-h-dvh flex-col bg-sidebar px-4 py-10">
      <div className="m-auto w-full max-w-[23rem]">
        <div className="mb-7 grid justify-items-center gap-4 text-center">
          <BrandMark className="size-11" />
          <div className="grid gap-1">
            <h1 className="text-2xl font-semibold tracking-tight">
              {t('auth.login.heading', 'Welcome back')}
            </h1>
            <p className="text-[0.9375rem] text-muted-foreground">
              {t('auth.login.text', 'Sign in to your back office.')}
            </p>
          </div>
        </div>
        <LoginForm onSignedIn={enter} />
      </div>
    </main>
  )
}
