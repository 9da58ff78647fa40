import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { errorSchema, maskedCredentialsSchema } from '../../../data/responses.ts'
import { credentialsBodySchema } from '../../../data/validators.ts'
import { maskedCredentials } from '../../../lib/marketplace.ts'
import {
  answerMissingKey,
  execute,
  openRoute,
  type RouteContext,
  requireIntegration,
} from '../../../lib/route-context.ts'

const method = { requireAuth: true, requireFeatures: ['integrations.credentials.manage'] }
export const metadata = { GET: method, PUT: method }

export async function GET(_request: Request, ctx: ApiHandlerContext): Promise<Response> {
  return masked(await openRoute(ctx), ctx)
}

export async function PUT(request: Request, ctx: ApiHandlerContext): Promise<Response> {
  const { id: integrationId } = requireIntegration(ctx)
  const body = credentialsBodySchema.parse(await readJsonSafe(request, {}))
  const route = await openRoute(ctx)
  await execute(route, request, ctx.auth, 'integrations.credentials.save', { integrationId, ...body })
  return masked(route, ctx)
}

async function masked({ container, scope }: RouteContext, ctx: ApiHandlerContext): Promise<Response> {
  const integration = requireIntegration(ctx)
  const { em, integrationCredentialsService: credentials } = container.cradle
  return Response.json(
    await answerMissingKey(() => maskedCredentials({ em, credentials }, integration, scope)),
  )
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Integrations',
  pathParams: z.object({ id: z.string() }),
  methods: {
    GET: {
      summary: 'The saved credentials with secrets masked',
      responses: [{ status: 200, description: 'Masked credentials', schema: maskedCredentialsSchema }],
      errors: [{ status: 404, description: 'No such integration', schema: errorSchema }],
    },
    PUT: {
      summary: 'Save credentials',
      description:
        'A secret sent as `__om_secret_unchanged__` stays as it is; one that is left out is removed.',
      requestBody: { schema: credentialsBodySchema },
      responses: [{ status: 200, description: 'Masked credentials', schema: maskedCredentialsSchema }],
      errors: [
        { status: 400, description: 'fieldErrors says which fields are wrong', schema: errorSchema },
        { status: 404, description: 'No such integration', schema: errorSchema },
        { status: 422, description: 'The integration takes no credentials', schema: errorSchema },
        { status: 503, description: 'The encryption key is not available', schema: errorSchema },
      ],
    },
  },
}
