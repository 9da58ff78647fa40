import './app.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeOverAnchors } from './anchors.ts'
import { LocaleProvider } from './i18n/LocaleProvider.tsx'
import { registerModuleWidgets } from './modules/widgets.ts'
import { router } from './router.tsx'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && !isRefusal(error),
    },
  },
})

/** The server understood and said no; asking again would only repeat it. */
function isRefusal(error: Error): boolean {
  const { status } = error as { status?: number }
  return status !== undefined && status < 500
}

registerModuleWidgets()
takeOverAnchors((href) => router.history.push(href))

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LocaleProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LocaleProvider>
  </StrictMode>,
)
