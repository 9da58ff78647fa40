import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { idempotencyKeyHeader } from '../../data/validators.ts'
import { errorBody, notFoundResponse } from '../../lib/api-errors.ts'
import { consentListQuery } from '../../lib/consent/list/consent-filter.ts'
import { listConsents } from '../../lib/consent/list/list-consents.ts'
import { consentItem } from '../../lib/consent/list/select-consents.ts'
import { consentBody } from '../../lib/consent/person/consent-input.ts'
import { personConsentsView } from '../../lib/consent/person/person-consents-view.ts'
import { showPersonConsents } from '../../lib/consent/person/show-person-consents.ts'
import { hubContext, queryOf } from '../../lib/hub-context.ts'
import { runCommand } from '../../lib/run-command.ts'

export const metadata = {
  GET: { requireFeatures: ['communication_channels.consents.view'] },
  POST: { requireFeatures: ['communication_channels.consents.manage'] },
}

const headers = z.object({ 'idempotency-key': idempotencyKeyHeader })

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const page = consentListQuery.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json(await listConsents(db, encryption, scope, page))
}

/** For staff, and for shops whose checkout or form asked. */
export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { 'idempotency-key': idempotencyKey } = headers.parse({
    'idempotency-key': request.headers.get('idempotency-key') ?? undefined,
  })
  const consent = consentBody.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const { contactId } = await runCommand<unknown, { contactId: string }>(
    ctx,
    'communication_channels.consent.record',
    { consent, idempotencyKey },
  )
  return Response.json(await showPersonConsents(ctx, contactId), { status: 201 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  methods: {
    GET: {
      summary: 'How people stand to each purpose; the latest `since` comes first',
      query: consentListQuery,
      responses: [
        { status: 200, schema: z.object({ items: z.array(consentItem), nextCursor: z.string().nullable() }) },
      ],
    },
    POST: {
      summary: 'Record that somebody agreed to be written to, or wants it no more',
      description:
        'An opt-in needs the text that they saw and evidence of it. The same Idempotency-Key with the same words is the ' +
        'same consent. Where marketing needs a second yes, they are asked for it.',
      headers,
      requestBody: { schema: consentBody },
      responses: [{ status: 201, schema: personConsentsView }],
      errors: [
        notFoundResponse,
        { status: 409, description: 'The key was used for another consent', schema: errorBody },
        { status: 422, description: 'Something is missing, with what it is', schema: errorBody },
      ],
    },
  },
}
