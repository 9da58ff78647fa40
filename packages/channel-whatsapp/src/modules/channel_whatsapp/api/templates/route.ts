import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { templateListQuery } from '../../data/validators.ts'
import { routeContext } from '../../lib/provider-context.ts'
import { unsupportedPart } from '../../lib/templates/template-needs.ts'
import { listChannelTemplates } from '../../lib/templates/template-statements.ts'
import { templateView, viewTemplate } from '../../lib/templates/template-view.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { channelId, status } = templateListQuery.parse(queryOf(request))
  const { db, scope } = await routeContext(auth)
  const templates = await listChannelTemplates(db, scope, channelId, status === 'approved')
  const offered =
    status === 'all' ? templates : templates.filter((template) => unsupportedPart(template) === null)
  return Response.json({ items: offered.map(viewTemplate) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'The templates that a number can send from',
      description:
        'Approved ones that can be sent from here, unless all are asked for. `needs` says what takes more than text.',
      query: templateListQuery,
      responses: [{ status: 200, schema: z.object({ items: z.array(templateView) }) }],
    },
  },
}
