import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { newDraftBody } from '../../../data/template-validators.ts'
import { routeContext } from '../../../lib/provider-context.ts'
import { draftAnswer } from '../../../lib/templates/write/answers.ts'

export const metadata = { POST: { requireFeatures: ['channel_whatsapp.templates.manage'] } }

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const wish = newDraftBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  const draft = await runCommand(ctx, 'channel_whatsapp.template_draft.save', wish)
  return Response.json({ draft }, { status: 201 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    POST: {
      summary: 'Begin a template, or the edit of one; of a template there is one edit at a time',
      requestBody: { schema: newDraftBody },
      responses: [{ status: 201, schema: draftAnswer }],
    },
  },
}
