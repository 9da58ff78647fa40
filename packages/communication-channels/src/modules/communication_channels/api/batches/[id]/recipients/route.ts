import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { recipientListQuery } from '../../../../data/validators.ts'
import { notFoundResponse } from '../../../../lib/api-errors.ts'
import { listRecipients, recipientView } from '../../../../lib/batches/list-recipients.ts'
import { hubContext, queryOf } from '../../../../lib/hub-context.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.batches.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'batch')
  const page = recipientListQuery.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json(await listRecipients(db, encryption, scope, id, page))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Batches',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'What became of each recipient, in the order in which they were named',
      query: recipientListQuery,
      responses: [
        {
          status: 200,
          schema: z.object({ items: z.array(recipientView), nextCursor: z.string().nullable() }),
        },
      ],
      errors: [notFoundResponse],
    },
  },
}
