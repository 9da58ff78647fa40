import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { batchListQuery as pageQuery } from '../../../data/validators.ts'
import { errorBody } from '../../../lib/api-errors.ts'
import { authorOf } from '../../../lib/author.ts'
import { importView } from '../../../lib/consent/import/import-view.ts'
import { listImports, showImport } from '../../../lib/consent/import/list-imports.ts'
import { readUpload } from '../../../lib/consent/import/read-upload.ts'
import { importForm, MOST_FILE_BYTES, type TakenFile } from '../../../lib/consent/import/take-file.ts'
import { inHand } from '../../../lib/files/bounds/file-bounds.ts'
import { hubContext, queryOf } from '../../../lib/hub-context.ts'
import { runCommand } from '../../../lib/run-command.ts'

/** A little more is read than is taken, so that whoever is a little over hears of it as of any other list. */
const MOST_READ_BYTES = MOST_FILE_BYTES + 2 * 1024 * 1024

export const metadata = {
  GET: { requireFeatures: ['communication_channels.consents.view'] },
  POST: { requireFeatures: ['communication_channels.consents.manage'], maxBodyBytes: MOST_READ_BYTES },
}

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const page = pageQuery.parse(queryOf(request))
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json(await listImports(db, encryption, scope, page))
}

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const ctx = await hubContext(auth)
  const declared = Number(request.headers.get('content-length') ?? MOST_READ_BYTES)
  const importId = await inHand(ctx.scope.tenantId, declared, async () => {
    const { name, bytes, fields } = await readUpload(request)
    const author = await authorOf(ctx.em, ctx.scope, ctx.scope.userId)
    const file: TakenFile = { name, bytes, form: importForm.parse(fields), author }
    const id = 'communication_channels.consent_import.take'
    return (await runCommand<TakenFile, { importId: string }>(ctx, id, file)).importId
  })
  const { db, encryption, scope } = ctx
  return Response.json({ import: await showImport(db, encryption, scope, importId) }, { status: 202 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  methods: {
    GET: {
      summary: 'Imports of consents, the newest first',
      query: pageQuery,
      responses: [
        { status: 200, schema: z.object({ items: z.array(importView), nextCursor: z.string().nullable() }) },
      ],
    },
    POST: {
      summary: 'Hand in a list of consents, to be checked',
      description:
        'A form (multipart/form-data) with `file`: CSV in UTF-8, at most 20 MB and 200,000 rows, its first line naming ' +
        'the columns phone, purpose, agreed_at, text, text_version, language, source_document, ip, url, reference, ' +
        'note and confirmed_at. What holds for all rows is said once: `purpose` (marketing, utility, both), `text`, ' +
        '`textVersion`, `language`, `document`. Nothing is recorded before the import is started.',
      responses: [{ status: 202, schema: z.object({ import: importView }) }],
      errors: [
        { status: 413, description: 'It is far larger than 20 MB', schema: errorBody },
        { status: 422, description: 'It is no such list; the answer says what it is', schema: errorBody },
      ],
    },
  },
}
