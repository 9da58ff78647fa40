import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import { templateFunnel } from '@open-mercato/communication-channels/modules/communication_channels/lib/messages/template-usage'
import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../../../lib/provider-context.ts'
import { numbersOf, requireManaged } from '../../../../../lib/templates/store/show-template.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

const DAY_MS = 24 * 60 * 60 * 1000
const funnelQuery = z.object({ days: z.enum(['7', '30', '90']).default('30').transform(Number) })

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'template')
  const { days } = funnelQuery.parse(queryOf(request))
  const ctx = await routeContext(auth)
  const { name, language, connectionId } = await requireManaged(ctx, id)
  const channelIds = (await numbersOf(ctx, connectionId)).map(({ channelId }) => channelId)
  const since = new Date(ctx.now.getTime() - days * DAY_MS)
  const counts = await templateFunnel(ctx.db, ctx.scope, { channelIds, name, language, since })
  return Response.json({ since: since.toISOString(), ...counts })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'What became of the messages that were sent with a template',
      query: funnelQuery,
      responses: [
        {
          status: 200,
          schema: z.object({
            since: z.iso.datetime(),
            sent: z.int(),
            delivered: z.int(),
            read: z.int(),
            answered: z.int(),
            failed: z.int(),
          }),
        },
      ],
    },
  },
}
