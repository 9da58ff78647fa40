import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { errorBody, notFoundResponse } from '../../../lib/api-errors.ts'
import { type DescribedFile, describedFile } from '../../../lib/files/add/describe-file.ts'
import { type FetchFileInput, fromLinkBody } from '../../../lib/files/add/new-file-input.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { runCommand } from '../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.send'] } }

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const input = fromLinkBody.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const id = 'communication_channels.file.fetch'
  return Response.json(await runCommand<FetchFileInput, DescribedFile>(ctx, id, input), { status: 201 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Files',
  methods: {
    POST: {
      summary: 'Fetch a file from a public address, to send it',
      requestBody: { schema: fromLinkBody },
      responses: [{ status: 201, schema: describedFile }],
      errors: [
        notFoundResponse,
        {
          status: 422,
          description: 'The link leads inside or nowhere, or its file is refused',
          schema: errorBody,
        },
      ],
    },
  },
}
