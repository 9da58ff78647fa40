import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { errorSchema } from '../../../data/responses.ts'
import { answerStorageError } from '../../../lib/answer-storage-error.ts'
import type { StorageDriverFactory } from '../../../lib/drivers.ts'
import { fileResponse } from '../../../lib/file-response.ts'
import { findAttachment } from '../../../lib/find-attachment.ts'

// Public partitions are for everybody; who else may read is asked for each file.
export const metadata = { GET: { requireAuth: false } }

export async function GET(request: Request, { params, auth }: ApiHandlerContext): Promise<Response> {
  const container = await createRequestContainer()
  const attachment = await findAttachment(container, auth, params.id, 'attachments.view')
  return answerStorageError(async () => {
    const driver = container
      .resolve<StorageDriverFactory>('storageDriverFactory')
      .resolveForAttachment(attachment.storageDriver, attachment.storageMetadata)
    return fileResponse(driver, attachment, request.headers.get('range'))
  })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Attachments',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'Download a file',
      headers: z.object({ range: z.string().optional() }),
      responses: [
        { status: 200, description: 'The file', mediaType: 'application/octet-stream' },
        { status: 206, description: 'The part of it that was asked for' },
      ],
      errors: [
        { status: 404, description: 'No such file', schema: errorSchema },
        { status: 416, description: 'The part that was asked for lies outside the file' },
      ],
    },
  },
}
