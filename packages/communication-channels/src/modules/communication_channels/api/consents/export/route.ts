import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { consentFilter } from '../../../lib/consent/list/consent-filter.ts'
import { exportConsents } from '../../../lib/consent/list/export-consents.ts'
import { hubContext, queryOf } from '../../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.consents.manage'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const filter = consentFilter.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return exportConsents(db, encryption, scope, filter)
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  methods: {
    GET: {
      summary: 'How people stand to each purpose, as a CSV file',
      description: 'Cells that a spreadsheet would run as a formula begin with an apostrophe.',
      query: consentFilter,
      responses: [{ status: 200, description: 'The file', mediaType: 'text/csv' }],
    },
  },
}
