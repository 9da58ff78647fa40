import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../lib/provider-context.ts'
import { listManaged } from '../../../lib/templates/store/list-managed.ts'
import { managedQuery } from '../../../lib/templates/store/managed-query.ts'
import { managedRow } from '../../../lib/templates/store/managed-row.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const query = managedQuery.parse(queryOf(request))
  const { db, scope } = await routeContext(auth)
  return Response.json(await listManaged(db, scope, query))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'The templates of all accounts and the drafts of new ones, by name and language',
      query: managedQuery,
      responses: [
        {
          status: 200,
          schema: z.object({
            items: z.array(managedRow),
            nextCursor: z.string().nullable(),
            total: z.int(),
          }),
        },
      ],
    },
  },
}
