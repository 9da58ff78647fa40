import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { LARGEST_BYTES } from '../rules/media/media-kinds.ts'
import type { Simulation } from '../simulation.ts'
import { deleteSubscribedApps, getSubscribedApps, postSubscribedApps } from './account-subscriptions-route.ts'
import {
  deleteAppSubscriptions,
  getAppSubscriptions,
  postAppSubscriptions,
} from './app-subscriptions-route.ts'
import { deleteBlockUsers, getBlockUsers, postBlockUsers } from './block-users-route.ts'
import { getDebugToken } from './debug-token-route.ts'
import type { GraphEnv } from './graph-env.ts'
import { createTraceId, GraphError, graphErrorBody } from './graph-error.ts'
import { getPhoneNumbers } from './lists-route.ts'
import { DOWNLOAD_PATH } from './media-address.ts'
import { getMediaFile } from './media-download-route.ts'
import { deleteMedia, postMedia } from './media-route.ts'
import { postMessages } from './messages-route.ts'
import { getNode, postNode } from './nodes-route.ts'
import { postPhoneNumbers } from './number-route.ts'
import { getProfile, getProfilePicture, postProfile } from './profile-route.ts'
import { postDeregister, postRegister, postRequestCode, postVerifyCode } from './registration-route.ts'
import { readParameters } from './request-parameters.ts'
import { addTemplateRoutes } from './template-routes.ts'
import { authenticate, readToken } from './token.ts'
import { getUpload, postUpload, postUploads } from './uploads-route.ts'
import { answeringVersion, withoutVersion } from './version.ts'

const MAX_BODY_BYTES = 1024 * 1024
/** The largest file and the form around it; Meta, too, says only then that a file is too large. */
const MAX_UPLOAD_BYTES = LARGEST_BYTES + 2 * MAX_BODY_BYTES

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
  const limits = [MAX_BODY_BYTES, MAX_UPLOAD_BYTES].map((maxSize) =>
    bodyLimit({ maxSize, onError: tooLarge }),
  )
  graph.use((c, next) => limits[isUpload(c.req.path) ? 1 : 0]!(c, next))
  graph.use((c, next) => {
    c.set('simulation', simulation)
    return next()
  })
  graph.get('/profile-pictures/:number/:picture', getProfilePicture)
  graph.use(async (c, next) => {
    // What is uploaded in pieces may be of any type, JSON among them.
    const parameters = isPiece(c.req.path) ? c.req.query() : await readParameters(c)
    const token = readToken(c.req.header('authorization'), parameters.access_token)
    const caller = authenticate(simulation.accounts, token)
    c.set('parameters', parameters)
    c.set('caller', caller)
    c.header('x-business-use-case-usage', usageOf(caller.account.wabaId))
    await next()
  })

  graph.get('/debug_token', getDebugToken)
  graph.get(DOWNLOAD_PATH, getMediaFile)
  graph.post('/:node{[0-9]+}/uploads', postUploads)
  graph.get('/:session{upload.+}', getUpload)
  graph.post('/:session{upload.+}', postUpload)
  graph.post('/:node{[0-9]+}/messages', postMessages)
  graph.post('/:node{[0-9]+}/media', postMedia)
  graph.get('/:node{[0-9]+}/phone_numbers', getPhoneNumbers)
  graph.post('/:node{[0-9]+}/phone_numbers', postPhoneNumbers)
  graph.post('/:node{[0-9]+}/request_code', postRequestCode)
  graph.post('/:node{[0-9]+}/verify_code', postVerifyCode)
  graph.post('/:node{[0-9]+}/register', postRegister)
  graph.post('/:node{[0-9]+}/deregister', postDeregister)
  graph.get('/:node{[0-9]+}/block_users', getBlockUsers)
  graph.post('/:node{[0-9]+}/block_users', postBlockUsers)
  graph.delete('/:node{[0-9]+}/block_users', deleteBlockUsers)
  graph.get('/:node{[0-9]+}/whatsapp_business_profile', getProfile)
  graph.post('/:node{[0-9]+}/whatsapp_business_profile', postProfile)
  addTemplateRoutes(graph)
  graph.get('/:node{[0-9]+}/subscriptions', getAppSubscriptions)
  graph.post('/:node{[0-9]+}/subscriptions', postAppSubscriptions)
  graph.delete('/:node{[0-9]+}/subscriptions', deleteAppSubscriptions)
  graph.get('/:node{[0-9]+}/subscribed_apps', getSubscribedApps)
  graph.post('/:node{[0-9]+}/subscribed_apps', postSubscribedApps)
  graph.delete('/:node{[0-9]+}/subscribed_apps', deleteSubscribedApps)
  graph.get('/:node{[0-9]+}', getNode)
  graph.post('/:node{[0-9]+}', postNode)
  graph.delete('/:node{[0-9]+}', deleteMedia)

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

function isUpload(path: string): boolean {
  return path.endsWith('/media') || isPiece(path)
}

function isPiece(path: string): boolean {
  return withoutVersion(path).startsWith('/upload:')
}

function tooLarge(): never {
  throw new GraphError(100, { details: 'The request is too large.', httpStatus: 413 })
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
