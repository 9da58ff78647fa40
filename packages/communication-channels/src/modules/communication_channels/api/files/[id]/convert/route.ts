import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { type DescribedFile, describedFile } from '../../../../lib/files/add/describe-file.ts'
import { type ConvertFileInput, convertBody } from '../../../../lib/files/add/new-file-input.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { idParam } from '../../../../lib/route-params.ts'
import { runCommand } from '../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.send'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const fileId = idParam(params, 'file')
  const input = { ...convertBody.parse(await readJsonSafe(request)), fileId }
  const ctx = await hubContext(auth)
  const id = 'communication_channels.file.convert'
  return Response.json(await runCommand<ConvertFileInput, DescribedFile>(ctx, id, input), { status: 201 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Files',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Make a copy that may be sent as something else',
      description:
        'A picture, a sticker, a voice message, a sound or a video. The file itself stays as it is.',
      requestBody: { schema: convertBody },
      responses: [{ status: 201, schema: describedFile }],
      errors: [
        notFoundResponse,
        { status: 422, description: 'It cannot be made here, or not of this file', schema: errorBody },
      ],
    },
  },
}
