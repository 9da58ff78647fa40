import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import type { IntegrationLog } from '../../data/entities.ts'
import { logPageSchema } from '../../data/responses.ts'
import { logsQuerySchema } from '../../data/validators.ts'
import type { IntegrationLogService } from '../../lib/log-service.ts'
import { openRoute } from '../../lib/route-context.ts'

export const metadata = { GET: { requireAuth: true, requireFeatures: ['integrations.view'] } }

export async function GET(request: Request, ctx: ApiHandlerContext): Promise<Response> {
  const query = logsQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { container, scope } = await openRoute(ctx)
  const log = container.resolve<IntegrationLogService>('integrationLogService')
  const { items, total } = await log.query(query, scope)
  const { page, pageSize } = query
  const totalPages = Math.ceil(total / pageSize)
  return Response.json({ items: items.map(toJson), total, page, pageSize, totalPages })
}

function toJson({ id, integrationId, level, message, code, payload, createdAt }: IntegrationLog) {
  return {
    id,
    integrationId,
    level,
    message,
    code: code ?? null,
    payload: payload ?? null,
    createdAt: createdAt.toISOString(),
  }
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Integrations',
  methods: {
    GET: {
      summary: 'What integrations wrote to their log, newest first',
      query: logsQuerySchema,
      responses: [{ status: 200, description: 'A page of the log', schema: logPageSchema }],
    },
  },
}
