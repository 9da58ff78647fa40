import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { listReplays } from '../../../lib/deliveries/replay/replay-runs.ts'
import { replayView } from '../../../lib/deliveries/replay/replay-views.ts'
import { hubContext } from '../../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.deliveries.view'] } }

export async function GET(_request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { db, scope } = await hubContext(auth)
  return Response.json({ items: await listReplays(db, scope) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Deliveries',
  methods: {
    GET: {
      summary: 'The latest time spans that were replayed, and how far they are',
      responses: [{ status: 200, schema: z.object({ items: z.array(replayView) }) }],
    },
  },
}
