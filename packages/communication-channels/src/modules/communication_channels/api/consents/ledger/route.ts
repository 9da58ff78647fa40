import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../lib/api-errors.ts'
import { exportLedger } from '../../../lib/consent/ledger/export/export-ledger.ts'
import { hubContext, queryOf } from '../../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.consents.manage'] } }

const ledgerQuery = z.object({
  contactId: z.uuid().toLowerCase().optional(),
  format: z.enum(['json', 'csv']).default('json'),
})

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const query = ledgerQuery.parse(queryOf(request))
  const { db, encryption, scope, now } = await hubContext(auth)
  return exportLedger(db, encryption, scope, query, now)
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  methods: {
    GET: {
      summary: 'The ledger as a file, with its hashes and how to recompute them',
      description:
        'Everything, or what is about one contact. In CSV, cells that a spreadsheet would run begin with an apostrophe.',
      query: ledgerQuery,
      responses: [{ status: 200, description: 'The file', mediaType: 'application/json' }],
      errors: [notFoundResponse],
    },
  },
}
