import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { previewReplay } from '../../../../lib/deliveries/replay/preview-replay.ts'
import {
  parseReplayRequest,
  replayPreview,
  replayRequest,
} from '../../../../lib/deliveries/replay/replay-views.ts'
import { hubContext } from '../../../../lib/hub-context.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.deliveries.replay'] } }

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const body = parseReplayRequest(await readJsonSafe(request))
  return Response.json(await previewReplay(await hubContext(auth), body))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Deliveries',
  methods: {
    POST: {
      summary: 'What a replay would change. Changes nothing',
      requestBody: { schema: replayRequest },
      responses: [{ status: 200, schema: replayPreview }],
      errors: [
        notFoundResponse,
        { status: 422, description: 'One of the named ones has ended a process', schema: errorBody },
      ],
    },
  },
}
