import type { ReactNode } from 'react'
import type { AuthContext } from '../lib/auth/server.ts'
import type { RateLimitConfig } from '../lib/ratelimit/types.ts'

export interface ModuleInfo {
  id?: string
  name?: string
  title?: string
  version?: string
  description?: string
  author?: string
  license?: string
  homepage?: string
  requires?: string[]
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a route's `metadata` says about one method. Signed in is the default. */
export interface ApiMethodMetadata {
  requireAuth?: boolean
  requireFeatures?: readonly string[]
  rateLimit?: RateLimitConfig
  /** Larger bodies are refused with 413. Default 1 MB. */
  maxBodyBytes?: number
}

export type ApiRouteMetadata = { path?: string } & Partial<Record<HttpMethod, ApiMethodMetadata>>

export interface ApiHandlerContext {
  params: Record<string, string | string[]>
  auth: AuthContext
}

export type ApiHandler = (request: Request, ctx: ApiHandlerContext) => Promise<Response> | Response

export interface PageMetadata {
  requireAuth?: boolean
  requireFeatures?: readonly string[]
  pageTitle?: string
  pageTitleKey?: string
  pageGroup?: string
  pageGroupKey?: string
  pageOrder?: number
  pagePriority?: number
  icon?: ReactNode
  navHidden?: boolean
  breadcrumb?: { label: string; labelKey?: string; href?: string }[]
  pageContext?: 'main' | 'admin' | 'settings' | 'profile'
}

export type ModuleSubscriberHandler = (payload: never, ctx: never) => Promise<unknown> | unknown

export interface ModuleSubscriber {
  id: string
  moduleId?: string
  event: string
  persistent?: boolean
  sync?: boolean
  priority?: number
  handler: ModuleSubscriberHandler
}

export type ModuleWorkerHandler = (job: never, ctx: never) => Promise<void> | void

export interface ModuleWorker {
  id: string
  moduleId?: string
  queue: string
  concurrency: number
  handler: ModuleWorkerHandler
}

/** What a module can be asked to do on a command line; `cli.ts` gives one or a list of them. */
export interface ModuleCli {
  command: string
  run(argv: string[]): Promise<void> | void
}
