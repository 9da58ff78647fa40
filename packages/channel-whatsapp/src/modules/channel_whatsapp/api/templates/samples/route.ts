import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { sampleQuery } from '../../../data/template-validators.ts'
import { routeContext } from '../../../lib/provider-context.ts'
import { LARGEST_SAMPLE, refuseTooLarge } from '../../../lib/templates/write/samples/sample-file.ts'

export const metadata = {
  POST: { requireFeatures: ['channel_whatsapp.templates.manage'], maxBodyBytes: LARGEST_SAMPLE },
}

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { connectionId, kind } = sampleQuery.parse(queryOf(request))
  refuseTooLarge(kind, Number(request.headers.get('content-length')))
  const bytes = new Uint8Array(await request.arrayBuffer())
  const wish = { connectionId, kind, bytes }
  const { handle } = await runCommand<typeof wish, { handle: string }>(
    await routeContext(auth),
    'channel_whatsapp.template.hand_over_sample',
    wish,
  )
  return Response.json({ handle, previewUrl: null })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    POST: {
      summary: 'Hand Meta the sample of a header: the body is the file',
      description: 'A JPEG or PNG of up to 5 MB, an MP4 of up to 16 MB or a PDF of up to 100 MB.',
      query: sampleQuery,
      responses: [{ status: 200, schema: z.object({ handle: z.string(), previewUrl: z.null() }) }],
    },
  },
}
