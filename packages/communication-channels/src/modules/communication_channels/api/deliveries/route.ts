import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { deliveryListQuery } from '../../lib/deliveries/delivery-filter.ts'
import { deliveryView } from '../../lib/deliveries/delivery-view.ts'
import { listDeliveries } from '../../lib/deliveries/list-deliveries.ts'
import { hubContext, queryOf } from '../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.deliveries.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const query = deliveryListQuery.parse(queryOf(request))
  const { db, scope } = await hubContext(auth)
  return Response.json(await listDeliveries(db, scope, query))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Deliveries',
  methods: {
    GET: {
      summary: 'What providers delivered and what became of it, newest first, without content',
      query: deliveryListQuery,
      responses: [
        {
          status: 200,
          schema: z.object({ items: z.array(deliveryView), nextCursor: z.string().nullable() }),
        },
      ],
    },
  },
}
