import type { PageMetadata } from '@open-mercato/shared/modules/registry'
import type { ComponentType } from 'react'
import { filesOfEnabledModules } from './moduleFile.ts'
import { routePathOf } from './routePath.ts'

type PageComponent = ComponentType<{ params: Record<string, string> }>

export type RegisteredPage = {
  /** In the router's notation: `/backend/integrations/$id`. */
  path: string
  metadata: PageMetadata
  load: () => Promise<{ default: PageComponent }>
}

const components = import.meta.glob<{ default: PageComponent }>([
  '../../../../packages/*/src/modules/*/backend/**/page.tsx',
  '../../../../packages/*/src/modules/*/frontend/**/page.tsx',
])

const metadata = import.meta.glob<PageMetadata>(
  [
    '../../../../packages/*/src/modules/*/backend/**/page.meta.ts',
    '../../../../packages/*/src/modules/*/frontend/**/page.meta.ts',
  ],
  { eager: true, import: 'metadata' },
)

const metadataOfPage = new Map(
  filesOfEnabledModules(metadata).map((file) => [
    `${file.moduleId}/${file.path.replace('page.meta.ts', 'page.tsx')}`,
    file.content,
  ]),
)

export const pages: RegisteredPage[] = filesOfEnabledModules(components).map((file) => ({
  path: routePathOf(file),
  metadata: metadataOfPage.get(`${file.moduleId}/${file.path}`) ?? {},
  load: file.content,
}))

export const backendPages = pages.filter((page) => page.path.startsWith('/backend/'))
export const publicPages = pages.filter((page) => !page.path.startsWith('/backend/'))
