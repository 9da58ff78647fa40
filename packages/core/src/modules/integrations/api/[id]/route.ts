import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { detailSchema, errorSchema } from '../../data/responses.ts'
import { definitionJson, maskedCredentials, stateJson } from '../../lib/marketplace.ts'
import { answerMissingKey, openRoute, requireIntegration } from '../../lib/route-context.ts'
import type { IntegrationStateService } from '../../lib/state-service.ts'

export const metadata = { GET: { requireAuth: true, requireFeatures: ['integrations.view'] } }

export async function GET(_request: Request, ctx: ApiHandlerContext): Promise<Response> {
  const integration = requireIntegration(ctx)
  const { container, scope } = await openRoute(ctx)
  const state = container.resolve<IntegrationStateService>('integrationStateService')
  const resolved = await state.resolveState(integration.id, scope)
  const apiVersion = (await state.resolveApiVersion(integration.id, scope)) ?? null
  const { em, integrationCredentialsService: credentials } = container.cradle
  const masked = await answerMissingKey(() => maskedCredentials({ em, credentials }, integration, scope))
  return Response.json({
    integration: definitionJson(integration),
    state: stateJson({ ...resolved, apiVersion }),
    ...masked,
  })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Integrations',
  pathParams: z.object({ id: z.string() }),
  methods: {
    GET: {
      summary: 'One integration: definition, state and masked credentials',
      responses: [{ status: 200, description: 'The integration', schema: detailSchema }],
      errors: [{ status: 404, description: 'No such integration', schema: errorSchema }],
    },
  },
}
