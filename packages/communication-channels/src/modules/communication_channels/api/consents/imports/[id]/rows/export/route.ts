import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../../../lib/api-errors.ts'
import { exportRows } from '../../../../../../lib/consent/import/export-rows.ts'
import { importRowsQuery } from '../../../../../../lib/consent/import/import-rows-query.ts'
import { hubContext, queryOf } from '../../../../../../lib/hub-context.ts'
import { idParam } from '../../../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.consents.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

const query = importRowsQuery.pick({ state: true })

export async function GET(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'import')
  const { state } = query.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return exportRows(db, encryption, scope, id, state)
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'The same rows as a CSV file, with line and reason: put right, it can be imported',
      query,
      responses: [{ status: 200, description: 'The file', mediaType: 'text/csv' }],
      errors: [notFoundResponse],
    },
  },
}
