import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { FFMPEG_MISSING, isFfmpegThere } from '../../../lib/files/convert/ffmpeg.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

export async function GET(): Promise<Response> {
  const renditions = await isFfmpegThere()
  return Response.json({ renditions, hint: renditions ? null : FFMPEG_MISSING })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Files',
  methods: {
    GET: {
      summary: 'What this installation can do with files',
      responses: [
        { status: 200, schema: z.object({ renditions: z.boolean(), hint: z.string().nullable() }) },
      ],
    },
  },
}
