import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Compass, Lock, RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../primitives/button.tsx'
import { EmptyState } from '../../primitives/empty-state.tsx'
import { Spinner } from '../../primitives/spinner.tsx'

function FullPage({ children }: { children: ReactNode }) {
  return <div className="flex min-h-full flex-1 items-center justify-center p-6">{children}</div>
}

function HomeLink() {
  const t = useT()
  return (
    <Button asChild variant="outline">
      <a href="/backend">{t('ui.shell.home', 'Go to the start page')}</a>
    </Button>
  )
}

export function PageLoading() {
  const t = useT()
  return (
    <FullPage>
      <div role="status" className="text-muted-foreground">
        <Spinner size="lg" />
        <span className="sr-only">{t('ui.loading', 'Loading…')}</span>
      </div>
    </FullPage>
  )
}

export function PageNotFound() {
  const t = useT()
  return (
    <FullPage>
      <EmptyState
        variant="subtle"
        icon={<Compass />}
        title={<h1>{t('ui.shell.not_found.title', 'There is no page here')}</h1>}
        description={t('ui.shell.not_found.text', 'The address may be mistyped, or the page has moved.')}
        actions={<HomeLink />}
      />
    </FullPage>
  )
}

export function PageForbidden() {
  const t = useT()
  return (
    <FullPage>
      <EmptyState
        variant="subtle"
        icon={<Lock />}
        title={<h1>{t('ui.shell.forbidden.title', 'This page is not open to you')}</h1>}
        description={t(
          'ui.shell.forbidden.text',
          'Your role does not include it. An administrator can change that.',
        )}
        actions={<HomeLink />}
      />
    </FullPage>
  )
}

export function PageCrashed({ onRetry }: { onRetry: () => void }) {
  const t = useT()
  return (
    <FullPage>
      <EmptyState
        variant="subtle"
        icon={<TriangleAlert />}
        title={<h1>{t('ui.shell.crashed.title', 'This page could not be shown')}</h1>}
        description={t(
          'ui.shell.crashed.text',
          'Something went wrong on our side. Trying again often helps; your data is safe.',
        )}
        actions={
          <Button variant="outline" onClick={onRetry}>
            <RotateCw aria-hidden="true" />
            {t('ui.retry', 'Try again')}
          </Button>
        }
      />
    </FullPage>
  )
}
