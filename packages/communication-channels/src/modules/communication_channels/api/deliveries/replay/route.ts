import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { errorBody, notFoundResponse } from '../../../lib/api-errors.ts'
import {
  parseReplayRequest,
  type Replayed,
  replayed,
  replayRequest,
} from '../../../lib/deliveries/replay/replay-views.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { runCommand } from '../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.deliveries.replay'] } }

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const body = parseReplayRequest(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const done = await runCommand<unknown, Replayed>(ctx, 'communication_channels.deliveries.replay', body)
  return Response.json(done, { status: 'replay' in done ? 202 : 200 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Deliveries',
  methods: {
    POST: {
      summary:
        'Apply deliveries once more: named ones now, those of a time one after the other. Sends nothing',
      requestBody: { schema: replayRequest },
      responses: [
        { status: 200, description: 'Of named ones: what became of each', schema: replayed.options[0] },
        { status: 202, description: 'Of a time: how far it is', schema: replayed.options[1] },
      ],
      errors: [
        notFoundResponse,
        { status: 422, description: 'One of the named ones has ended a process', schema: errorBody },
      ],
    },
  },
}
