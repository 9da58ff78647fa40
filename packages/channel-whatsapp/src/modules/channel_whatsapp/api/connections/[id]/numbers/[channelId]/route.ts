import { notFound } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { switchNumberBody } from '../../../../../data/validators.ts'
import { connectionDirectory } from '../../../../../lib/connections/connection-directory.ts'
import { connectionView, viewConnections } from '../../../../../lib/connections/connection-view.ts'
import { routeContext } from '../../../../../lib/provider-context.ts'

export const metadata = { PUT: { requireFeatures: ['channel_whatsapp.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function PUT(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'connection')
  const channelId = idParam(params, 'number', 'channelId')
  const { isEnabled } = switchNumberBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  const [connection] = await viewConnections(ctx, id)
  if (!connection?.numbers.some((number) => number.channelId === channelId)) throw notFound('number')
  await runCommand(ctx, 'communication_channels.channel.set_enabled', { ...ctx.scope, channelId, isEnabled })
  ;(await connectionDirectory(ctx.em)).forget()
  const [changed] = await viewConnections(ctx, id)
  return Response.json({ connection: changed })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  pathParams: z.object({ id: z.uuid(), channelId: z.uuid() }),
  methods: {
    PUT: {
      summary: 'Switch a number on or off',
      requestBody: { schema: switchNumberBody },
      responses: [{ status: 200, schema: z.object({ connection: connectionView }) }],
    },
  },
}
