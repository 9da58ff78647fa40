import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { channelView, listChannels } from '../../lib/channels/list-channels.ts'
import { hubContext } from '../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

export async function GET(_request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { db, scope } = await hubContext(auth)
  return Response.json({ items: await listChannels(db, scope) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Channels',
  methods: {
    GET: {
      summary: 'The numbers that customers write to',
      responses: [{ status: 200, schema: z.object({ items: z.array(channelView) }) }],
    },
  },
}
