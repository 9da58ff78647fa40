import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { routeContext } from '../../../lib/provider-context.ts'
import { preflight } from '../../../lib/templates/preflight/preflight.ts'
import { showPreflight } from '../../../lib/templates/preflight/show-preflight.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

export async function GET(_request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  return Response.json(await showPreflight(await routeContext(auth)))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'Whether each notification would leave, in each language, from each number',
      description:
        'A cell that is neither `usable` nor `fallback` is one in which nothing would leave if it was sent now.',
      responses: [{ status: 200, schema: preflight }],
    },
  },
}
