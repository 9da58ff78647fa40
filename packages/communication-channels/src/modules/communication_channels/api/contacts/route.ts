import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { contactQuery } from '../../data/validators.ts'
import { hubContext, queryOf } from '../../lib/hub-context.ts'
import { contactSummary } from '../../lib/identity/contact-view.ts'
import { findByPhone } from '../../lib/identity/find-by-phone.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { phone } = contactQuery.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json({ items: await findByPhone(db, encryption, scope, phone) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Contacts',
  methods: {
    GET: {
      summary: 'Who has exactly this phone number, with its country',
      query: contactQuery,
      responses: [{ status: 200, schema: z.object({ items: z.array(contactSummary) }) }],
    },
  },
}
