import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { libraryBody, libraryQuery } from '../../../data/template-validators.ts'
import { routeContext } from '../../../lib/provider-context.ts'
import { keptAnswer } from '../../../lib/templates/write/answers.ts'
import { browseLibrary } from '../../../lib/templates/write/library/library.ts'
import { libraryTemplate } from '../../../lib/templates/write/library/library-template.ts'

export const metadata = {
  GET: { requireFeatures: ['channel_whatsapp.view'] },
  POST: { requireFeatures: ['channel_whatsapp.templates.manage'] },
}

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { connectionId, ...filter } = libraryQuery.parse(queryOf(request))
  return Response.json(await browseLibrary(await routeContext(auth), connectionId, filter))
}

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const wish = libraryBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  const template = await runCommand(ctx, 'channel_whatsapp.template.take_from_library', wish)
  return Response.json({ template }, { status: 201 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'The templates that Meta wrote; `hasMore` where only the first of them are answered',
      query: libraryQuery,
      responses: [
        { status: 200, schema: z.object({ items: z.array(libraryTemplate), hasMore: z.boolean() }) },
      ],
    },
    POST: {
      summary: 'Create a template from one that Meta wrote; approved at once as a rule',
      requestBody: { schema: libraryBody },
      responses: [{ status: 201, schema: keptAnswer }],
    },
  },
}
