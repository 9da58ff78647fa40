import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { numberActionBody } from '../../../../../../data/validators.ts'
import { connectionView, viewConnections } from '../../../../../../lib/connections/connection-view.ts'
import { routeContext } from '../../../../../../lib/provider-context.ts'

export const metadata = { POST: { requireFeatures: ['channel_whatsapp.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const connectionId = idParam(params, 'connection')
  const channelId = idParam(params, 'number', 'channelId')
  const wish = numberActionBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  await runCommand(ctx, `channel_whatsapp.number.${wish.action}`, { connectionId, channelId, wish })
  const [connection] = await viewConnections(ctx, connectionId)
  return Response.json({ connection })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  pathParams: z.object({ id: z.uuid(), channelId: z.uuid() }),
  methods: {
    POST: {
      summary: 'Register, verify, change the PIN or ask for another name; PINs and codes are not kept',
      requestBody: { schema: numberActionBody },
      responses: [{ status: 200, schema: z.object({ connection: connectionView }) }],
    },
  },
}
