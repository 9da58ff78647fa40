import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { unsettledListQuery } from '../../../data/validators.ts'
import { databaseNow } from '../../../lib/db.ts'
import { hubContext, queryOf } from '../../../lib/hub-context.ts'
import { listUnsettled, unsettledMessage } from '../../../lib/outbox/unsettled.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const page = unsettledListQuery.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json(await listUnsettled(db, encryption, scope, page, await databaseNow(db)))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Messages',
  methods: {
    GET: {
      summary: 'Messages whose answer was lost minutes ago, so that a person has to decide; the oldest first',
      query: unsettledListQuery,
      responses: [
        {
          status: 200,
          schema: z.object({
            items: z.array(unsettledMessage),
            nextCursor: z.string().nullable(),
            total: z.number().int(),
          }),
        },
      ],
    },
  },
}
