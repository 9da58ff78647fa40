import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { nameQuery } from '../../../data/template-validators.ts'
import { routeContext } from '../../../lib/provider-context.ts'
import { nameStanding, nameStandingAnswer } from '../../../lib/templates/write/name-standing.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { connectionId, ...wish } = nameQuery.parse(queryOf(request))
  const { db, scope } = await routeContext(auth)
  return Response.json(await nameStanding(db, scope, connectionId, wish))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary:
        'Whether a new template may have this name: in which languages it exists, until when Meta keeps it',
      query: nameQuery,
      responses: [{ status: 200, schema: nameStandingAnswer }],
    },
  },
}
