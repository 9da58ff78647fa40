import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { notFound } from '../../../../lib/errors.ts'
import { findFile } from '../../../../lib/files/file-statements.ts'
import { viewFile } from '../../../../lib/files/file-view.ts'
import { serveFile } from '../../../../lib/files/serve/serve-file.ts'
import { hubContext, queryOf } from '../../../../lib/hub-context.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

const contentQuery = z.object({
  variant: z.enum(['original', 'preview', 'playable']).default('original'),
  download: z.enum(['0', '1']).default('0'),
})

export async function GET(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'file')
  const { variant, download } = contentQuery.parse(queryOf(request))
  const { container, em, db, encryption, scope } = await hubContext(auth)
  const file = await findFile(db, scope, id)
  if (!file) throw notFound('file')
  const { name } = await viewFile(encryption, scope, file)
  const storage = { em, resolve: <T>(service: string) => container.resolve<T>(service), scope }
  return serveFile(storage, file, name, { variant, isDownload: download === '1', request })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Files',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'The bytes of a file, of its small picture, or of the copy that every browser plays',
      description:
        'Ranges are served. Only pictures, sound and video may be shown; everything else is a download.',
      query: contentQuery,
      responses: [
        { status: 200, description: 'All of it' },
        { status: 206, description: 'The range that was asked for' },
      ],
      errors: [
        notFoundResponse,
        { status: 409, description: 'Not here yet', schema: errorBody },
        { status: 410, description: 'Removed', schema: errorBody },
        { status: 416, description: 'Beyond its end' },
      ],
    },
  },
}
