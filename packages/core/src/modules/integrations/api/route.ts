import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { cardSchema } from '../data/responses.ts'
import { listIntegrations } from '../lib/marketplace.ts'
import { openRoute } from '../lib/route-context.ts'

export const metadata = { GET: { requireAuth: true, requireFeatures: ['integrations.view'] } }

export async function GET(_request: Request, ctx: ApiHandlerContext): Promise<Response> {
  const { container, scope } = await openRoute(ctx)
  return Response.json({ items: await listIntegrations(container.cradle.em, scope) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Integrations',
  methods: {
    GET: {
      summary: 'Every integration with its state',
      responses: [
        { status: 200, description: 'The cards', schema: z.object({ items: z.array(cardSchema) }) },
      ],
    },
  },
}
