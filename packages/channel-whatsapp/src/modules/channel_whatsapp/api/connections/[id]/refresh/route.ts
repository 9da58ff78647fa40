import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { connectionView, viewConnections } from '../../../../lib/connections/connection-view.ts'
import { routeContext } from '../../../../lib/provider-context.ts'

export const metadata = { POST: { requireFeatures: ['channel_whatsapp.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'connection')
  const ctx = await routeContext(auth)
  await runCommand(ctx, 'channel_whatsapp.connection.refresh', { id })
  const [connection] = await viewConnections(ctx, id)
  return Response.json({ connection })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Ask Graph for the numbers and templates anew',
      responses: [{ status: 200, schema: z.object({ connection: connectionView }) }],
    },
  },
}
