import { getAuthFromRequest } from '@open-mercato/shared/lib/auth/server'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { localeOf } from '@open-mercato/shared/lib/i18n/localeOf'
import { withLocale } from '@open-mercato/shared/lib/i18n/server'
import { checkRateLimit, getClientIp, noteRemoteAddress } from '@open-mercato/shared/lib/ratelimit/helpers'
import type { RateLimiterService } from '@open-mercato/shared/lib/ratelimit/service'
import type { HttpMethod } from '@open-mercato/shared/modules/registry'
import type { LoadedRoute } from '../modules/loadModules.ts'
import { DEFAULT_MAX_BODY_BYTES, withBoundedBody } from './boundedBody.ts'
import { isCrossSiteRequest } from './csrf.ts'

interface RbacService {
  userHasAllFeatures(
    userId: string,
    required: string[],
    scope: { tenantId: string | null; organizationId: string | null },
  ): Promise<boolean>
}

export interface DispatchContext {
  createContainer(): AppContainer
  rateLimiter: RateLimiterService
  publicUrl: string
}

export interface IncomingRequest {
  request: Request
  params: Record<string, string>
  remoteAddress: string | undefined
}

/**
 * Everything between the network and a handler, in this order: the size of the body, the rate limit, other
 * sites, who is asking, what they may do.
 */
export async function dispatch(
  ctx: DispatchContext,
  route: LoadedRoute,
  method: HttpMethod,
  incoming: IncomingRequest,
): Promise<Response> {
  const handler = route.handlers[method]
  if (!handler)
    throw new CrudHttpError(405, { error: 'This cannot be done here.', code: 'method_not_allowed' })
  const rules = route.metadata[method] ?? {}

  const { request, excess } = withBoundedBody(incoming.request, rules.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES)
  noteRemoteAddress(request, incoming.remoteAddress)

  if (rules.rateLimit) {
    const who = getClientIp(request, ctx.rateLimiter.trustProxyDepth) ?? 'unknown'
    const key = `${method} ${route.path} ${who}`
    const refusal = await checkRateLimit(
      ctx.rateLimiter,
      rules.rateLimit,
      key,
      'There were too many requests.',
    )
    if (refusal) return refusal
  }

  if (isCrossSiteRequest(request, ctx.publicUrl)) {
    throw new CrudHttpError(403, {
      error: 'This request came from another site.',
      code: 'csrf',
      action: 'Reload the page and try again.',
    })
  }

  const auth = await getAuthFromRequest(request)
  if (rules.requireAuth !== false && !auth) {
    throw new CrudHttpError(401, { error: 'Sign in first.', code: 'unauthorized' })
  }
  const required = [...(rules.requireFeatures ?? [])]
  if (required.length && !(auth && (await isAllowed(ctx, auth, required)))) {
    throw new CrudHttpError(403, { error: 'You are not allowed to do this.', code: 'forbidden' })
  }
  try {
    const ctx = { params: incoming.params, auth }
    const response = await withLocale(localeOf(request.headers), () => handler(request, ctx))
    // A handler that takes what cannot be read for something else is not believed.
    const tooMuch = excess()
    if (tooMuch) throw tooMuch
    return response
  } catch (error) {
    throw excess() ?? error
  }
}

function isAllowed(
  ctx: DispatchContext,
  auth: NonNullable<Awaited<ReturnType<typeof getAuthFromRequest>>>,
  required: string[],
): Promise<boolean> {
  const scope = { tenantId: auth.tenantId, organizationId: auth.orgId }
  const rbac = ctx.createContainer().resolve<RbacService>('rbacService')
  return rbac.userHasAllFeatures(auth.userId ?? auth.sub, required, scope)
}
