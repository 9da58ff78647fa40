import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { joinContactsBody } from '../../../../data/validators.ts'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { findContact } from '../../../../lib/identity/contact-nodes.ts'
import { contactView } from '../../../../lib/identity/contact-view.ts'
import type { Decided } from '../../../../lib/identity/decisions.ts'
import { showContact } from '../../../../lib/identity/show-contact.ts'
import { idParam } from '../../../../lib/route-params.ts'
import { runCommand } from '../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.send'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'contact')
  const ctx = await hubContext(auth)
  await findContact(ctx.db, ctx.scope, id)
  const body = joinContactsBody.parse(await readJsonSafe(request))
  const { contactId } = await runCommand<unknown, Decided>(ctx, 'communication_channels.contact.join', {
    contactId: id,
    otherId: body.contactId,
    reason: body.reason,
  })
  return Response.json(await showContact(ctx.db, ctx.encryption, ctx.scope, contactId))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Contacts',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Say that two contacts are one person',
      requestBody: { schema: joinContactsBody },
      responses: [{ status: 200, schema: contactView }],
      errors: [
        notFoundResponse,
        { status: 422, description: 'They cannot be, with the reason', schema: errorBody },
      ],
    },
  },
}
