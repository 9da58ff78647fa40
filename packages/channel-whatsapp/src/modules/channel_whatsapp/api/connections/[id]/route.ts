import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { changeConnectionBody } from '../../../data/validators.ts'
import { connectionView, viewConnections } from '../../../lib/connections/connection-view.ts'
import { routeContext } from '../../../lib/provider-context.ts'

export const metadata = {
  PUT: { requireFeatures: ['channel_whatsapp.manage'] },
  DELETE: { requireFeatures: ['channel_whatsapp.manage'] },
}

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function PUT(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'connection')
  const change = changeConnectionBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  await runCommand(ctx, 'channel_whatsapp.connection.change', { id, change })
  const [connection] = await viewConnections(ctx, id)
  return Response.json({ connection })
}

export async function DELETE(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'connection')
  await runCommand(await routeContext(auth), 'channel_whatsapp.connection.remove', { id })
  return Response.json({ ok: true })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    PUT: {
      summary: 'Change a connection; what is left out stays',
      requestBody: { schema: addSchema() },
      responses: [{ status: 200, schema: z.object({ connection: connectionView }) }],
    },
    DELETE: {
      summary: 'Take a connection away; its conversations stay readable',
      responses: [{ status: 200, schema: z.object({ ok: z.literal(true) }) }],
    },
  },
}

function addSchema() {
  return changeConnectionBody.out
}
