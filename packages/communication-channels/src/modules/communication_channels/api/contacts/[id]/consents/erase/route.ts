import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../../lib/api-errors.ts'
import { personConsentsView } from '../../../../../lib/consent/person/person-consents-view.ts'
import { showPersonConsents } from '../../../../../lib/consent/person/show-person-consents.ts'
import { line } from '../../../../../lib/content/bounds.ts'
import { hubContext } from '../../../../../lib/hub-context.ts'
import { idParam } from '../../../../../lib/route-params.ts'
import { runCommand } from '../../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.consents.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

const eraseBody = z.strictObject({ reason: line(1, 500) })

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const contactId = idParam(params, 'contact')
  const { reason } = eraseBody.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  await runCommand(ctx, 'communication_channels.consent.erase', { contactId, reason })
  return Response.json(await showPersonConsents(ctx, contactId))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Erase the text and the evidence of what somebody agreed to or refused',
      description: 'That they did, and when, stays recorded, and the ledger holds without the words.',
      requestBody: { schema: eraseBody },
      responses: [{ status: 200, schema: personConsentsView }],
      errors: [notFoundResponse],
    },
  },
}
