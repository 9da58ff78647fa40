import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { errorBody, notFoundResponse } from '../../lib/api-errors.ts'
import { type DescribedFile, describedFile } from '../../lib/files/add/describe-file.ts'
import { type UploadFileInput, uploadQuery } from '../../lib/files/add/new-file-input.ts'
import { inHand } from '../../lib/files/bounds/file-bounds.ts'
import { MAX_FILE_BYTES } from '../../lib/files/max-file-bytes.ts'
import { hubContext, queryOf } from '../../lib/hub-context.ts'
import { runCommand } from '../../lib/run-command.ts'

/** A little more is read than is taken, so that whoever is a little over hears of it as of any other file. */
const MOST_READ_BYTES = MAX_FILE_BYTES + 20 * 1024 * 1024

export const metadata = {
  POST: { requireFeatures: ['communication_channels.send'], maxBodyBytes: MOST_READ_BYTES },
}

/** The body is the file. What type it is said to be is not looked at: its content tells. */
export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const query = uploadQuery.parse(queryOf(request))
  const ctx = await hubContext(auth)
  const declared = Number(request.headers.get('content-length') ?? MOST_READ_BYTES)
  const described = await inHand(ctx.scope.tenantId, declared, async () => {
    const bytes = new Uint8Array(await request.arrayBuffer())
    const id = 'communication_channels.file.upload'
    return runCommand<UploadFileInput, DescribedFile>(ctx, id, { ...query, bytes })
  })
  return Response.json(described, { status: 201 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Files',
  methods: {
    POST: {
      summary: 'Upload a file, to send it',
      description:
        'The body is the file itself, at most 100 MB. Answers as what it may go out from that number.',
      query: uploadQuery,
      responses: [{ status: 201, schema: describedFile }],
      errors: [
        notFoundResponse,
        { status: 413, description: 'It is far larger than 100 MB', schema: errorBody },
        {
          status: 422,
          description: 'It is empty, damaged, active, or not what its name says',
          schema: errorBody,
        },
        { status: 429, description: 'Too many are being worked on', schema: errorBody },
      ],
    },
  },
}
