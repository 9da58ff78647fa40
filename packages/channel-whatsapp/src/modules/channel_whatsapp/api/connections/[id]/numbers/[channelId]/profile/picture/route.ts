import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { businessProfileView } from '../../../../../../../lib/numbers/business-profile.ts'
import { showPicture, showProfile } from '../../../../../../../lib/numbers/profile-of-number.ts'
import { MAX_PICTURE_BYTES } from '../../../../../../../lib/numbers/profile-picture.ts'
import { routeContext } from '../../../../../../../lib/provider-context.ts'

export const metadata = {
  GET: { requireFeatures: ['channel_whatsapp.manage'] },
  PUT: { requireFeatures: ['channel_whatsapp.manage'], maxBodyBytes: MAX_PICTURE_BYTES },
}

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const connectionId = idParam(params, 'connection')
  const channelId = idParam(params, 'number', 'channelId')
  const { bytes, mimeType } = await showPicture(await routeContext(auth), connectionId, channelId)
  return new Response(bytes, {
    headers: {
      'content-type': mimeType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=300',
    },
  })
}

export async function PUT(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const connectionId = idParam(params, 'connection')
  const channelId = idParam(params, 'number', 'channelId')
  const bytes = new Uint8Array(await request.arrayBuffer())
  const ctx = await routeContext(auth)
  await runCommand(ctx, 'channel_whatsapp.number.update_picture', { connectionId, channelId, bytes })
  return Response.json({ profile: await showProfile(ctx, connectionId, channelId) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp connections',
  pathParams: z.object({ id: z.uuid(), channelId: z.uuid() }),
  methods: {
    GET: {
      summary: 'The profile picture, as Meta has it now',
      responses: [{ status: 200, mediaType: 'image/jpeg', schema: z.string() }],
    },
    PUT: {
      summary: 'Change the profile picture: the body is a JPEG or PNG of up to 5 MB',
      responses: [{ status: 200, schema: z.object({ profile: businessProfileView }) }],
    },
  },
}
