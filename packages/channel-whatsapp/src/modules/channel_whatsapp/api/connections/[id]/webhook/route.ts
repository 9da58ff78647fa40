import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { webhookChangeBody } from '../../../../data/validators.ts'
import { routeContext } from '../../../../lib/provider-context.ts'
import { showWebhook, webhookView } from '../../../../lib/subscriptions/show-webhook.ts'

const manage = { requireFeatures: ['channel_whatsapp.manage'] }
export const metadata = { GET: manage, PUT: manage }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const connectionId = idParam(params, 'connection')
  return Response.json({ webhook: await showWebhook(await routeContext(auth), connectionId) })
}

export async function PUT(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const connectionId = idParam(params, 'connection')
  const change = webhookChangeBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  await runCommand(ctx, 'channel_whatsapp.webhook.change', { connectionId, change })
  return Response.json({ webhook: await showWebhook(ctx, connectionId) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp webhook',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'Where Meta delivers to for the app, the account and each number, as Graph says now',
      responses: [{ status: 200, schema: z.object({ webhook: webhookView }) }],
    },
    PUT: {
      summary: 'Have Meta deliver here, or take a level’s own address away',
      requestBody: { schema: webhookChangeBody },
      responses: [{ status: 200, schema: z.object({ webhook: webhookView }) }],
    },
  },
}
