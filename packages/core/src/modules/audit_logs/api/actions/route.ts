import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { requireSignedIn } from '../../../auth/lib/signed-in.ts'
import { userNames } from '../../../auth/lib/user-names.ts'
import type { ActionLog } from '../../data/entities.ts'
import { actionPageSchema, listActionsSchema } from '../../data/validators.ts'
import type { ActionLogService } from '../../services/actionLogService.ts'

export const metadata = { GET: { requireAuth: true, requireFeatures: ['audit_logs.view'] } }

export async function GET(request: Request, { auth }: ApiHandlerContext): Promise<Response> {
  const scope = requireSignedIn(auth)
  const page = listActionsSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const container = await createRequestContainer()
  const { items, nextCursor } = await container
    .resolve<ActionLogService>('actionLogService')
    .list(scope, page)
  const actors = items.map((row) => row.actorUserId)
  const names = await userNames({ em: container.cradle.em }, scope.tenantId, actors)
  return Response.json({ items: items.map((row) => toJson(row, names)), nextCursor })
}

function toJson(row: ActionLog, names: Map<string, string>) {
  return {
    id: row.id,
    actorUserId: row.actorUserId ?? null,
    actorName: names.get(row.actorUserId ?? '') ?? null,
    commandId: row.commandId,
    actionLabel: row.actionLabel ?? null,
    resourceKind: row.resourceKind ?? null,
    resourceId: row.resourceId ?? null,
    changes: row.changesJson ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Audit log',
  methods: {
    GET: {
      summary: 'Who did what, newest first',
      query: listActionsSchema,
      responses: [{ status: 200, description: 'A page of actions', schema: actionPageSchema }],
    },
  },
}
