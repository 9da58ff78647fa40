import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { addConnectionBody } from '../../data/validators.ts'
import { connectionView, viewConnections } from '../../lib/connections/connection-view.ts'
import { routeContext } from '../../lib/provider-context.ts'

export const metadata = {
  GET: { requireFeatures: ['channel_whatsapp.view'] },
  POST: { requireFeatures: ['channel_whatsapp.manage'] },
}

interface RouteContext {
  auth: AuthContext
}

export async function GET(_request: Request, { auth }: RouteContext): Promise<Response> {
  return Response.json({ items: await viewConnections(await routeContext(auth)) })
}

export async function POST(request: Request, { auth }: RouteContext): Promise<Response> {
  const body = addConnectionBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  const { id } = await runCommand<unknown, { id: string }>(ctx, 'channel_whatsapp.connection.add', body)
  const [connection] = await viewConnections(ctx, id)
  return Response.json({ connection }, { status: 201 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  methods: {
    GET: {
      summary: 'Connected accounts with their numbers',
      responses: [{ status: 200, schema: z.object({ items: z.array(connectionView) }) }],
    },
    POST: {
      summary: 'Connect a further WhatsApp Business Account',
      requestBody: { schema: addConnectionBody },
      responses: [{ status: 201, schema: z.object({ connection: connectionView }) }],
    },
  },
}
