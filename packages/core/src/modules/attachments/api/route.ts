import type { EntityManager } from '@mikro-orm/postgresql'
import type { CommandBus, CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { badRequest, CrudHttpError, forbidden } from '@open-mercato/shared/lib/crud/errors'
import { type AppContainer, createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { requireSignedIn } from '../../auth/lib/signed-in.ts'
import { Attachment } from '../data/entities.ts'
import { errorSchema, itemSchema, listedItemSchema } from '../data/responses.ts'
import { deleteQuerySchema, recordSchema } from '../data/validators.ts'
import { answerStorageError } from '../lib/answer-storage-error.ts'
import { mayUseFilesOf } from '../lib/entity-rights.ts'
import { findAttachment } from '../lib/find-attachment.ts'
import { multipartBoundary, readMultipart } from '../lib/multipart.ts'
import { readBody } from '../lib/read-body.ts'
import { resolveDefaultAttachmentMaxUploadBytes } from '../lib/upload-limits.ts'

const MAX_LISTED = 200
/** Names, fields and boundaries around the file. */
const FORM_BYTES = 64 * 1024

export const metadata = {
  GET: { requireAuth: true, requireFeatures: ['attachments.view'] },
  POST: {
    requireAuth: true,
    requireFeatures: ['attachments.manage'],
    maxBodyBytes: resolveDefaultAttachmentMaxUploadBytes() + FORM_BYTES,
  },
  DELETE: { requireAuth: true, requireFeatures: ['attachments.manage'] },
}

export async function GET(request: Request, { auth }: ApiHandlerContext): Promise<Response> {
  const person = requireSignedIn(auth)
  const { tenantId, organizationId } = person
  const record = recordSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const container = await createRequestContainer()
  if (!(await mayUseFilesOf(container, person, record.entityId, 'attachments.view'))) throw forbidden()
  const em = container.resolve<EntityManager>('em')
  const rows = await em.find(
    Attachment,
    { tenantId, organizationId, ...record },
    { orderBy: { id: 'asc' }, limit: MAX_LISTED },
  )
  return Response.json({
    items: rows.map((row) => ({ ...toItem(row), createdAt: row.createdAt.toISOString() })),
  })
}

export async function POST(request: Request, { auth }: ApiHandlerContext): Promise<Response> {
  const person = requireSignedIn(auth)
  const { tenantId, organizationId } = person
  const boundary = multipartBoundary(request.headers.get('content-type'))
  if (boundary === null) {
    throw new CrudHttpError(415, {
      error: 'This is not a form with a file.',
      code: 'unsupported_media_type',
      action: 'Send multipart/form-data with entityId, recordId and file.',
    })
  }
  const form = readMultipart(await readBody(request), boundary)
  const file = form?.files.get('file')
  if (!form || !file) throw badRequest('The form has no file, or is not well formed.')
  const record = recordSchema.parse(Object.fromEntries(form.fields))
  const container = await createRequestContainer()
  if (!(await mayUseFilesOf(container, person, record.entityId, 'attachments.manage'))) throw forbidden()
  const input = { tenantId, organizationId, ...record, ...file }
  const attachment = await execute<Attachment>(container, auth, 'attachments.attachment.create', input)
  return Response.json({ ok: true, item: toItem(attachment) })
}

export async function DELETE(request: Request, { auth }: ApiHandlerContext): Promise<Response> {
  const { id } = deleteQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const container = await createRequestContainer()
  const { tenantId, organizationId } = await findAttachment(container, auth, id, 'attachments.manage')
  const input = { id, tenantId: tenantId ?? null, organizationId: organizationId ?? null }
  await execute(container, auth, 'attachments.attachment.delete', input)
  return Response.json({ ok: true })
}

async function execute<Result>(
  container: AppContainer,
  auth: ApiHandlerContext['auth'],
  commandId: string,
  input: object,
): Promise<Result> {
  const ctx: CommandRuntimeContext = {
    container,
    auth,
    organizationScope: null,
    selectedOrganizationId: auth?.orgId ?? null,
    organizationIds: auth?.orgId ? [auth.orgId] : null,
  }
  const commandBus = container.resolve<CommandBus>('commandBus')
  const { result } = await answerStorageError(() =>
    commandBus.execute<object, Result>(commandId, { input, ctx }),
  )
  return result
}

function toItem({ id, url, fileName, fileSize, mimeType }: Attachment) {
  return { id, url, fileName, fileSize, mimeType }
}

const ok = z.literal(true)

export const openApi: OpenApiRouteDoc = {
  tag: 'Attachments',
  methods: {
    GET: {
      summary: 'The files of a record, oldest first',
      query: recordSchema,
      responses: [
        { status: 200, description: 'The files', schema: z.object({ items: z.array(listedItemSchema) }) },
      ],
    },
    POST: {
      summary: 'Attach a file to a record',
      requestBody: {
        contentType: 'multipart/form-data',
        schema: recordSchema.extend({ file: z.string().meta({ format: 'binary' }) }),
      },
      responses: [{ status: 200, description: 'It is stored', schema: z.object({ ok, item: itemSchema }) }],
      errors: [
        { status: 413, description: 'The request is too large', schema: errorSchema },
        { status: 415, description: 'Not a form with a file', schema: errorSchema },
        {
          status: 422,
          description: 'file_empty, file_too_large, file_active or file_not_what_it_says; nothing is kept',
          schema: errorSchema,
        },
        { status: 503, description: 'The storage is full or away; try again', schema: errorSchema },
      ],
    },
    DELETE: {
      summary: 'Delete a file',
      query: deleteQuerySchema,
      responses: [{ status: 200, description: 'It is gone', schema: z.object({ ok }) }],
      errors: [{ status: 404, description: 'No such file', schema: errorSchema }],
    },
  },
}
