import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Simulation } from '../simulation.ts'
import { deleteSubscribedApps, getSubscribedApps, postSubscribedApps } from './account-subscriptions-route.ts'
import {
  deleteAppSubscriptions,
  getAppSubscriptions,
  postAppSubscriptions,
} from './app-subscriptions-route.ts'
import { getDebugToken } from './debug-token-route.ts'
import type { GraphEnv } from './graph-env.ts'
import { createTraceId, GraphError, graphErrorBody } from './graph-error.ts'
import { getPhoneNumbers, getTemplates } from './lists-route.ts'
import { postMessages } from './messages-route.ts'
import { getNode } from './nodes-route.ts'
import { readParameters } from './request-parameters.ts'
import { authenticate, readToken } from './token.ts'
import { answeringVersion, withoutVersion } from './version.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** Graph's part of the simulator: `/{version}/…`, the version may be missing. */
export function createGraph(simulation: Simulation): Hono<GraphEnv> {
  const graph = new Hono<GraphEnv>({ getPath: (request) => withoutVersion(new URL(request.url).pathname) })

  graph.use(async (c, next) => {
    const traceId = createTraceId()
    c.set('traceId', traceId)
    c.header('x-fb-trace-id', traceId)
    c.header('facebook-api-version', answeringVersion(new URL(c.req.url).pathname))
    c.header('cache-control', 'private, no-cache, no-store, must-revalidate')
    await next()
  })
  graph.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new GraphError(100, { details: 'The request is too large.', httpStatus: 413 })
      },
    }),
  )
  graph.use(async (c, next) => {
    const parameters = await readParameters(c)
    const token = readToken(c.req.header('authorization'), parameters.access_token)
    const caller = authenticate(simulation.accounts, token)
    c.set('simulation', simulation)
    c.set('parameters', parameters)
    c.set('caller', caller)
    c.header('x-business-use-case-usage', usageOf(caller.account.wabaId))
    await next()
  })

  graph.get('/debug_token', getDebugToken)
  graph.post('/:node{[0-9]+}/messages', postMessages)
  graph.get('/:node{[0-9]+}/phone_numbers', getPhoneNumbers)
  graph.get('/:node{[0-9]+}/message_templates', getTemplates)
  graph.get('/:node{[0-9]+}/subscriptions', getAppSubscriptions)
  graph.post('/:node{[0-9]+}/subscriptions', postAppSubscriptions)
  graph.delete('/:node{[0-9]+}/subscriptions', deleteAppSubscriptions)
  graph.get('/:node{[0-9]+}/subscribed_apps', getSubscribedApps)
  graph.post('/:node{[0-9]+}/subscribed_apps', postSubscribedApps)
  graph.delete('/:node{[0-9]+}/subscribed_apps', deleteSubscribedApps)
  graph.get('/:node{[0-9]+}', getNode)

  graph.notFound((c) => {
    throw new GraphError(2500, { title: `Unknown path components: ${withoutVersion(c.req.path)}` })
  })
  graph.onError((error, c) => {
    const shown = error instanceof GraphError ? error : new GraphError(1, { httpStatus: 500 })
    if (shown !== error) console.error(error)
    if (shown.code === 190 || shown.code === 0) {
      c.header('www-authenticate', `OAuth "Facebook Platform" "invalid_token" "${shown.title}"`)
    }
    return c.json(graphErrorBody(shown, c.get('traceId')), shown.httpStatus as 400)
  })
  return graph
}

function usageOf(wabaId: string): string {
  const usage = {
    type: 'whatsapp',
    call_count: 1,
    total_cputime: 1,
    total_time: 1,
    estimated_time_to_regain_access: 0,
  }
  return JSON.stringify({ [wabaId]: [usage] })
}
