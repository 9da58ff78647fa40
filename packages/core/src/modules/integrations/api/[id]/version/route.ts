import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { errorSchema } from '../../../data/responses.ts'
import { versionBodySchema } from '../../../data/validators.ts'
import { execute, openRoute, requireIntegration } from '../../../lib/route-context.ts'

export const metadata = { PUT: { requireAuth: true, requireFeatures: ['integrations.manage'] } }

export async function PUT(request: Request, ctx: ApiHandlerContext): Promise<Response> {
  const { id: integrationId } = requireIntegration(ctx)
  const body = versionBodySchema.parse(await readJsonSafe(request, {}))
  const route = await openRoute(ctx)
  await execute(route, request, ctx.auth, 'integrations.version.update', { integrationId, ...body })
  return Response.json({ apiVersion: body.apiVersion })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Integrations',
  pathParams: z.object({ id: z.string() }),
  methods: {
    PUT: {
      summary: 'Choose the API version of an integration',
      requestBody: { schema: versionBodySchema },
      responses: [{ status: 200, description: 'The version in use', schema: versionBodySchema }],
      errors: [
        { status: 400, description: 'The integration has no such version', schema: errorSchema },
        { status: 404, description: 'No such integration', schema: errorSchema },
      ],
    },
  },
}
