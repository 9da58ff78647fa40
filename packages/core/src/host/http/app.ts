import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { HttpMethod } from '@open-mercato/shared/modules/registry'
import { type Context, Hono } from 'hono'
import type { LoadedRoute } from '../modules/loadModules.ts'
import { bySpecificity, honoPath } from '../modules/routePath.ts'
import { type DispatchContext, dispatch } from './dispatch.ts'
import { errorResponse } from './errorResponse.ts'
import { openApiDocument } from './openApiDocument.ts'
import { RequestLog } from './requestLog.ts'
import { withSecurityHeaders } from './securityHeaders.ts'
import { serveWebFile } from './webFiles.ts'

export interface AppOptions extends DispatchContext {
  routes: readonly LoadedRoute[]
  webRoot: string | null
  createContainer(): AppContainer
  openEventStream(request: Request): Promise<Response>
  isDatabaseUp(): Promise<boolean>
}

type Bindings = { incoming?: { socket: { remoteAddress?: string } } }
type AppContext = Context<{ Bindings: Bindings }>

/** The whole HTTP surface: the modules' routes, live events, health, API description and the web app. */
export function createApp(options: AppOptions): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>()
  const logger = createLogger('http')
  const requests = new RequestLog(logger)

  /** Answers with what `answer` gives or throws, with the headers and the log line that every answer gets. */
  function handle(name: string, isApi: boolean, answer: (c: AppContext) => Promise<Response> | Response) {
    return async (c: AppContext): Promise<Response> => {
      const startedAt = performance.now()
      const { method } = c.req
      const fail = (error: unknown) =>
        errorResponse(error, (err) => logger.error('A request failed.', { method, route: name, err }))
      const response = await (async () => answer(c))().catch(fail)
      requests.note({ method, route: name, status: response.status, ms: performance.now() - startedAt })
      return withSecurityHeaders(response, { isApi, publicUrl: options.publicUrl })
    }
  }

  app.get(
    '/healthz',
    handle('/healthz', true, async () => health(await options.isDatabaseUp())),
  )
  // Whether to start it anew, not whether the database is there: that would be no help.
  app.get(
    '/livez',
    handle('/livez', true, () => Response.json({ status: 'ok' })),
  )
  app.get(
    '/api/events/stream',
    handle('/api/events/stream', true, (c) => options.openEventStream(c.req.raw)),
  )
  const document = () => Response.json(openApiDocument(options.routes, options.publicUrl))
  app.get('/api/openapi.json', handle('/api/openapi.json', true, document))

  for (const route of [...options.routes].sort((one, other) => bySpecificity(one.path, other.path))) {
    app.all(
      honoPath(route.path),
      handle(route.path, true, (c) =>
        dispatch(options, route, asked(c.req.method), {
          request: c.req.raw,
          params: c.req.param(),
          remoteAddress: c.env?.incoming?.socket.remoteAddress,
        }),
      ),
    )
  }
  app.all(
    '/api/*',
    handle('/api/*', true, () => Promise.reject(nothingHere())),
  )
  app.all(
    '*',
    handle('web', false, async (c) => {
      const file = options.webRoot ? await serveWebFile(options.webRoot, c.req.raw) : null
      if (!file) throw nothingHere()
      return file
    }),
  )
  return app
}

function health(isDatabaseUp: boolean): Response {
  return Response.json(
    { status: isDatabaseUp ? 'ok' : 'unavailable', database: isDatabaseUp ? 'up' : 'down' },
    { status: isDatabaseUp ? 200 : 503 },
  )
}

/** HEAD is GET without the body, which Hono leaves out. */
function asked(method: string): HttpMethod {
  return (method === 'HEAD' ? 'GET' : method) as HttpMethod
}

function nothingHere(): CrudHttpError {
  return new CrudHttpError(404, { error: 'There is nothing here.', code: 'not_found' })
}
