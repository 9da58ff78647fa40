import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { changedDraftBody } from '../../../../data/template-validators.ts'
import { routeContext } from '../../../../lib/provider-context.ts'
import { draftAnswer } from '../../../../lib/templates/write/answers.ts'
import { requireDraft, showDraft } from '../../../../lib/templates/write/drafts/drafts.ts'

export const metadata = {
  GET: { requireFeatures: ['channel_whatsapp.view'] },
  PUT: { requireFeatures: ['channel_whatsapp.templates.manage'] },
  DELETE: { requireFeatures: ['channel_whatsapp.templates.manage'] },
}

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'draft')
  return Response.json({ draft: await showDraft(await routeContext(auth), id) })
}

export async function PUT(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'draft')
  const ctx = await routeContext(auth)
  await requireDraft(ctx, id)
  const change = changedDraftBody.parse(await readJsonSafe(request))
  const draft = await runCommand(ctx, 'channel_whatsapp.template_draft.change', { id, ...change })
  return Response.json({ draft })
}

export async function DELETE(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'draft')
  await runCommand(await routeContext(auth), 'channel_whatsapp.template_draft.remove', { id })
  return Response.json({ ok: true })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'A template that is being written, and what Meta lets be done to the one that it changes',
      responses: [{ status: 200, schema: draftAnswer }],
    },
    PUT: {
      summary: 'Change a draft; 409 where somebody else changed it since it was read',
      requestBody: { schema: changedDraftBody },
      responses: [{ status: 200, schema: draftAnswer }],
    },
    DELETE: {
      summary: 'Throw a draft away; the template that it changes stays',
      responses: [{ status: 200, schema: z.object({ ok: z.literal(true) }) }],
    },
  },
}
