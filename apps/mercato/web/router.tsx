import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { PageCrashed, PageLoading, PageNotFound } from '@open-mercato/ui/backend/shell/FullPageState'
import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { backendPages, publicPages } from './modules/pages.ts'
import { BackendLayout } from './pages/BackendLayout.tsx'
import { Landing } from './pages/Landing.tsx'
import { backendPageComponent, publicPageComponent } from './pages/ModulePage.tsx'

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <FlashMessages />
    </>
  ),
  notFoundComponent: () => (
    <main className="flex min-h-dvh">
      <PageNotFound />
    </main>
  ),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/backend', replace: true })
  },
})

const backend = createRoute({ getParentRoute: () => root, path: '/backend', component: BackendLayout })

const landing = createRoute({ getParentRoute: () => backend, path: '/', component: Landing })

const unknown = createRoute({ getParentRoute: () => backend, path: '$', component: PageNotFound })

const backendRoutes = backendPages.map((page) =>
  createRoute({
    getParentRoute: () => backend,
    path: page.path.slice('/backend'.length),
    component: backendPageComponent(page),
  }),
)

const publicRoutes = publicPages.map((page) =>
  createRoute({ getParentRoute: () => root, path: page.path, component: publicPageComponent(page) }),
)

/** Built once from what the enabled modules bring. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    ...publicRoutes,
    backend.addChildren([landing, ...backendRoutes, unknown]),
  ]),
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: ({ reset }) => <PageCrashed onRetry={reset} />,
  defaultPreload: 'intent',
  // List pages keep their state as plain text parameters; the router's own JSON notation would quote them.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString()
    return text ? `?${text}` : ''
  },
})
