import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { timelineQuery } from '../../../../data/validators.ts'
import { accountEventView, listAccountEvents } from '../../../../lib/account/list-account-events.ts'
import { requireConnection } from '../../../../lib/connections/save-connection.ts'
import { routeContext } from '../../../../lib/provider-context.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'connection')
  const page = timelineQuery.parse(queryOf(request))
  const ctx = await routeContext(auth)
  await requireConnection(ctx, id)
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  return Response.json(await listAccountEvents({ ...ctx, encryption }, id, page))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'What Meta reported about the account, its numbers and its templates, newest first',
      query: timelineQuery,
      responses: [
        {
          status: 200,
          schema: z.object({ items: z.array(accountEventView), nextCursor: z.string().nullable() }),
        },
      ],
    },
  },
}
