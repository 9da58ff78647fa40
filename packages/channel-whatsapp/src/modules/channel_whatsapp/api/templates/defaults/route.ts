import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { defaultsBody, defaultsQuery } from '../../../data/template-validators.ts'
import { routeContext } from '../../../lib/provider-context.ts'
import { defaultsAnswer, submittedDefaultsAnswer } from '../../../lib/templates/write/answers.ts'
import { listDefaults } from '../../../lib/templates/write/defaults/submit-defaults.ts'

export const metadata = {
  GET: { requireFeatures: ['channel_whatsapp.view'] },
  POST: { requireFeatures: ['channel_whatsapp.templates.manage'] },
}

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { connectionId } = defaultsQuery.parse(queryOf(request))
  return Response.json({ items: await listDefaults(await routeContext(auth), connectionId) })
}

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const chosen = defaultsBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  return Response.json(await runCommand(ctx, 'channel_whatsapp.template.submit_defaults', chosen))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'Templates that are ready to submit, in four languages',
      query: defaultsQuery,
      responses: [{ status: 200, schema: defaultsAnswer }],
    },
    POST: {
      summary: 'Submit the chosen ones, each by itself: one that is refused keeps no other back',
      requestBody: { schema: defaultsBody },
      responses: [{ status: 200, schema: submittedDefaultsAnswer }],
    },
  },
}
