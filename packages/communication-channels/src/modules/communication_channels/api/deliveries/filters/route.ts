import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { filterChoices, listFilterChoices } from '../../../lib/deliveries/filter-choices.ts'
import { hubContext } from '../../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.deliveries.view'] } }

export async function GET(_request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { db, scope } = await hubContext(auth)
  return Response.json(await listFilterChoices(db, scope))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Deliveries',
  methods: {
    GET: {
      summary: 'By which connections and fields deliveries can be found',
      responses: [{ status: 200, schema: filterChoices }],
    },
  },
}
