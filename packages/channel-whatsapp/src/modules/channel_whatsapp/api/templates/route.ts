import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { templateListQuery } from '../../data/validators.ts'
import { routeContext } from '../../lib/provider-context.ts'
import { listForForm } from '../../lib/templates/list-for-form.ts'
import { templateView } from '../../lib/templates/template-view.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const query = templateListQuery.parse(queryOf(request))
  return Response.json({ items: await listForForm(await routeContext(auth), query) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'The templates that a number can send from, with all that filling them in takes',
      description:
        'Approved ones that can be sent from here, unless all are asked for. `needs` says what takes more than text.',
      query: templateListQuery,
      responses: [{ status: 200, schema: z.object({ items: z.array(templateView) }) }],
    },
  },
}
