import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { errorBody } from '../../lib/api-errors.ts'
import { hubContext } from '../../lib/hub-context.ts'
import { runCommand } from '../../lib/run-command.ts'
import { type HubSettings, hubSettings, readSettings, settingsChanges } from '../../lib/settings/settings.ts'

export const metadata = {
  GET: { requireFeatures: ['communication_channels.view'] },
  PUT: { requireFeatures: ['communication_channels.manage'] },
}

interface RouteContext {
  auth: AuthContext
}

export async function GET(_request: Request, { auth }: RouteContext): Promise<Response> {
  const { db, scope } = await hubContext(auth)
  return Response.json(await readSettings(db, scope))
}

export async function PUT(request: Request, { auth }: RouteContext): Promise<Response> {
  const input = settingsChanges.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const { after } = await runCommand<unknown, { after: HubSettings }>(
    ctx,
    'communication_channels.settings.save',
    input,
  )
  return Response.json(after)
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Settings',
  methods: {
    GET: {
      summary: 'What the organisation decided for all its channels',
      responses: [{ status: 200, schema: hubSettings }],
    },
    PUT: {
      summary: 'Change some of it; what is left out stays',
      requestBody: { schema: settingsChanges },
      responses: [{ status: 200, schema: hubSettings }],
      errors: [
        {
          status: 422,
          description: 'The number is not the organisation’s, or a list of words is not sound',
          schema: errorBody,
        },
      ],
    },
  },
}
