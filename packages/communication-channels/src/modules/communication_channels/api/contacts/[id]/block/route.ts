import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import type { Blocked } from '../../../../commands/block-contact.ts'
import { blockContactBody } from '../../../../data/validators.ts'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { blockView, showBlock } from '../../../../lib/consent/blocks.ts'
import { providerProblem } from '../../../../lib/consent/tell-provider.ts'
import { type HubContext, hubContext } from '../../../../lib/hub-context.ts'
import { findContact } from '../../../../lib/identity/contact-nodes.ts'
import { idParam } from '../../../../lib/route-params.ts'
import { runCommand } from '../../../../lib/run-command.ts'

export const metadata = {
  POST: { requireFeatures: ['communication_channels.send'] },
  DELETE: { requireFeatures: ['communication_channels.send'] },
}

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const contactId = idParam(params, 'contact')
  const ctx = await hubContext(auth)
  await findContact(ctx.db, ctx.scope, contactId)
  const body = blockContactBody.parse((await readJsonSafe(request)) ?? {})
  return change(ctx, 'communication_channels.contact.block', { contactId, ...body })
}

export async function DELETE(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const contactId = idParam(params, 'contact')
  const ctx = await hubContext(auth)
  return change(ctx, 'communication_channels.contact.unblock', { contactId })
}

async function change(ctx: HubContext, command: string, input: object): Promise<Response> {
  const { contactId, providerProblems } = await runCommand<object, Blocked>(ctx, command, input)
  const block = await showBlock(ctx.db, ctx.encryption, ctx.scope, contactId)
  return Response.json({ block, providerProblems })
}

const answer = z.object({
  block: blockView.nullable(),
  /** Our own block holds whatever the provider says. */
  providerProblems: z.array(providerProblem),
})

export const openApi: OpenApiRouteDoc = {
  tag: 'Contacts',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Have nobody write to a contact any more',
      description: 'The provider is told too, where it can keep people from writing to a number.',
      requestBody: { schema: blockContactBody },
      responses: [{ status: 200, schema: answer }],
      errors: [
        notFoundResponse,
        { status: 422, description: 'Nothing is known to block them by', schema: errorBody },
      ],
    },
    DELETE: {
      summary: 'Let a contact be written to again',
      responses: [{ status: 200, schema: answer }],
      errors: [notFoundResponse],
    },
  },
}
