import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { atOneMoment } from '../../../lib/consent/ledger/at-one-moment.ts'
import { verifiedLedger, verifyLedger } from '../../../lib/consent/ledger/verify/verify-ledger.ts'
import { hubContext } from '../../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.consents.manage'] } }

export async function GET(_request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { em, encryption, scope } = await hubContext(auth)
  return Response.json(await atOneMoment(em, (db) => verifyLedger(db, encryption, scope.tenantId)))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  methods: {
    GET: {
      summary: 'Whether the ledger of consents is as it was recorded',
      description: 'Every hash is recomputed. What was changed, removed, put in, moved or cut off is named.',
      responses: [{ status: 200, schema: verifiedLedger }],
    },
  },
}
