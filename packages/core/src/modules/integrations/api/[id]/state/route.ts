import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { errorSchema, stateSchema } from '../../../data/responses.ts'
import { stateBodySchema } from '../../../data/validators.ts'
import { stateJson } from '../../../lib/marketplace.ts'
import { execute, openRoute, requireIntegration } from '../../../lib/route-context.ts'
import type { IntegrationStateService } from '../../../lib/state-service.ts'

export const metadata = { PUT: { requireAuth: true, requireFeatures: ['integrations.manage'] } }

export async function PUT(request: Request, ctx: ApiHandlerContext): Promise<Response> {
  const { id: integrationId } = requireIntegration(ctx)
  const body = stateBodySchema.parse(await readJsonSafe(request, {}))
  const route = await openRoute(ctx)
  await execute(route, request, ctx.auth, 'integrations.state.update', { integrationId, ...body })
  const state = route.container.resolve<IntegrationStateService>('integrationStateService')
  return Response.json({ state: stateJson(await state.resolveState(integrationId, route.scope)) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Integrations',
  pathParams: z.object({ id: z.string() }),
  methods: {
    PUT: {
      summary: 'Turn an integration on or off',
      description: 'What depends on it has heard of the change when this answers.',
      requestBody: { schema: stateBodySchema },
      responses: [{ status: 200, description: 'The new state', schema: z.object({ state: stateSchema }) }],
      errors: [
        { status: 400, description: 'A field is missing or malformed', schema: errorSchema },
        { status: 404, description: 'No such integration', schema: errorSchema },
      ],
    },
  },
}
