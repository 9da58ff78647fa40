import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../../lib/api-errors.ts'
import { importRowsQuery } from '../../../../../lib/consent/import/import-rows-query.ts'
import { listRows, rowView } from '../../../../../lib/consent/import/list-rows.ts'
import { hubContext, queryOf } from '../../../../../lib/hub-context.ts'
import { idParam } from '../../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.consents.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'import')
  const page = importRowsQuery.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json(await listRows(db, encryption, scope, id, page))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'Rows of an import that were not taken, with line and reason, in the order of the file',
      query: importRowsQuery,
      responses: [
        { status: 200, schema: z.object({ items: z.array(rowView), nextCursor: z.string().nullable() }) },
      ],
      errors: [notFoundResponse],
    },
  },
}
