import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../lib/api-errors.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { contactView } from '../../../lib/identity/contact-view.ts'
import { showContact } from '../../../lib/identity/show-contact.ts'
import { idParam } from '../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'contact')
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json(await showContact(db, encryption, scope, id))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Contacts',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'Who somebody is, what they are and were known by, and why',
      description: 'A contact that was merged answers with the one it was merged into.',
      responses: [{ status: 200, schema: contactView }],
      errors: [notFoundResponse],
    },
  },
}
