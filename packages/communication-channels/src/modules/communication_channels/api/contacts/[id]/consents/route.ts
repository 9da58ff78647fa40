import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../lib/api-errors.ts'
import { personConsentsView } from '../../../../lib/consent/person/person-consents-view.ts'
import { showPersonConsents } from '../../../../lib/consent/person/show-person-consents.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.consents.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'contact')
  return Response.json(await showPersonConsents(await hubContext(auth), id))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'How somebody stands to being written to, and all that was ever recorded about it',
      description: 'A contact that was merged answers with the one it was merged into.',
      responses: [{ status: 200, schema: personConsentsView }],
      errors: [notFoundResponse],
    },
  },
}
