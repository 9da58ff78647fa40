import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { errorSchema } from '../../../data/responses.ts'
import { imageSizeSchema } from '../../../data/validators.ts'
import { answerStorageError } from '../../../lib/answer-storage-error.ts'
import type { StorageDriverFactory } from '../../../lib/drivers.ts'
import { LOCKED_UP } from '../../../lib/file-response.ts'
import { findAttachment } from '../../../lib/find-attachment.ts'
import { renderImage } from '../../../lib/render-image.ts'

// Public partitions are for everybody; who else may read is asked for each file.
export const metadata = { GET: { requireAuth: false } }

export async function GET(request: Request, { params, auth }: ApiHandlerContext): Promise<Response> {
  const size = imageSizeSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const container = await createRequestContainer()
  const { partitionCode, storageDriver, storagePath, storageMetadata } = await findAttachment(
    container,
    auth,
    params.id,
    'attachments.view',
  )
  const picture = await answerStorageError(async () => {
    const driver = container
      .resolve<StorageDriverFactory>('storageDriverFactory')
      .resolveForAttachment(storageDriver, storageMetadata)
    const { filePath, cleanup } = await driver.toLocalPath(partitionCode, storagePath)
    try {
      return await renderImage(filePath, size)
    } finally {
      await cleanup()
    }
  })
  return new Response(new Uint8Array(picture), { headers: { ...LOCKED_UP, 'content-type': 'image/webp' } })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Attachments',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'A picture in the size that is needed',
      description: 'No larger than asked in either direction, never larger than it is, as WebP.',
      query: imageSizeSchema,
      responses: [{ status: 200, description: 'The picture', mediaType: 'image/webp' }],
      errors: [
        { status: 404, description: 'No such file', schema: errorSchema },
        { status: 422, description: 'No picture can be made of it', schema: errorSchema },
      ],
    },
  },
}
