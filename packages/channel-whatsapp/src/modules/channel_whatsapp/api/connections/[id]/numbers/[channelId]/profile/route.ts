import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { profileBody } from '../../../../../../data/validators.ts'
import { businessProfileView } from '../../../../../../lib/numbers/business-profile.ts'
import { showProfile } from '../../../../../../lib/numbers/profile-of-number.ts'
import { routeContext } from '../../../../../../lib/provider-context.ts'

const manage = { requireFeatures: ['channel_whatsapp.manage'] }
export const metadata = { GET: manage, PUT: manage }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const connectionId = idParam(params, 'connection')
  const channelId = idParam(params, 'number', 'channelId')
  return Response.json({ profile: await showProfile(await routeContext(auth), connectionId, channelId) })
}

export async function PUT(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const connectionId = idParam(params, 'connection')
  const channelId = idParam(params, 'number', 'channelId')
  const change = profileBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  await runCommand(ctx, 'channel_whatsapp.number.update_profile', { connectionId, channelId, change })
  return Response.json({ profile: await showProfile(ctx, connectionId, channelId) })
}

const answer = { status: 200, schema: z.object({ profile: businessProfileView }) }

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  pathParams: z.object({ id: z.uuid(), channelId: z.uuid() }),
  methods: {
    GET: { summary: 'What customers see of a number, as Graph says now', responses: [answer] },
    PUT: {
      summary: 'Change it; what is left out stays',
      requestBody: { schema: profileBody },
      responses: [answer],
    },
  },
}
