import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../lib/provider-context.ts'
import { listAccounts, templateAccount } from '../../../lib/templates/store/list-accounts.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

export async function GET(_request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  return Response.json({ items: await listAccounts(await routeContext(auth)) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'The accounts with what they hold of templates, and how their last sync ended',
      responses: [{ status: 200, schema: z.object({ items: z.array(templateAccount) }) }],
    },
  },
}
