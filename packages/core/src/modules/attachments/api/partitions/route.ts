import type { EntityManager } from '@mikro-orm/postgresql'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { AttachmentPartition } from '../../data/entities.ts'
import { partitionSchema } from '../../data/responses.ts'

export const metadata = { GET: { requireAuth: true, requireFeatures: ['attachments.view'] } }

export async function GET(): Promise<Response> {
  const container = await createRequestContainer()
  const em = container.resolve<EntityManager>('em')
  const partitions = await em.find(AttachmentPartition, {}, { orderBy: { code: 'asc' } })
  return Response.json({ items: partitions.map(toJson) })
}

/** Without its driver and configuration, which are the operator's. */
function toJson({ id, code, title, description, isPublic, requiresOcr }: AttachmentPartition) {
  return { id, code, title, description: description ?? null, isPublic, requiresOcr }
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Attachments',
  methods: {
    GET: {
      summary: 'The kinds of files there are',
      responses: [
        { status: 200, description: 'The partitions', schema: z.object({ items: z.array(partitionSchema) }) },
      ],
    },
  },
}
