import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { PageForbidden, PageLoading } from '@open-mercato/ui/backend/shell/FullPageState'
import { buildNavigation } from '@open-mercato/ui/backend/shell/navigation'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { backendPages } from '../modules/pages.ts'

const firstChoice = '/backend/inbox'

/** `/backend` is nobody's page: people start where their work is. */
export function Landing() {
  const { payload } = useBackendChrome()
  const navigate = useNavigate()
  const permitted = buildNavigation(backendPages, payload?.grantedFeatures ?? [])
    .flatMap((group) => group.items)
    .map((item) => item.href)
  const start = permitted.find((href) => href === firstChoice) ?? permitted[0]

  useEffect(() => {
    if (start) void navigate({ to: start, replace: true })
  }, [navigate, start])

  return start ? <PageLoading /> : <PageForbidden />
}
