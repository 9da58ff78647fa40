import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { errorSchema, healthSchema } from '../../../data/responses.ts'
import type { IntegrationHealthService } from '../../../lib/health-service.ts'
import { openRoute, requireIntegration } from '../../../lib/route-context.ts'

export const metadata = { POST: { requireAuth: true, requireFeatures: ['integrations.manage'] } }

export async function POST(_request: Request, ctx: ApiHandlerContext): Promise<Response> {
  const { id } = requireIntegration(ctx)
  const { container, scope } = await openRoute(ctx)
  const health = container.resolve<IntegrationHealthService>('integrationHealthService')
  return Response.json(await health.runHealthCheck(id, scope))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Integrations',
  pathParams: z.object({ id: z.string() }),
  methods: {
    POST: {
      summary: 'Ask the integration how it is',
      description: 'Answers within ten seconds; an integration that does not is unhealthy.',
      responses: [{ status: 200, description: 'The result', schema: healthSchema }],
      errors: [{ status: 404, description: 'No such integration', schema: errorSchema }],
    },
  },
}
