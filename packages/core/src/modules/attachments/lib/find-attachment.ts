import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql'
import { CrudHttpError, notFound } from '@open-mercato/shared/lib/crud/errors'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { requireSignedIn } from '../../auth/lib/signed-in.ts'
import { Attachment, AttachmentPartition } from '../data/entities.ts'
import { checkAttachmentAccess, isSuperAdminAuth } from './access.ts'
import { mayUseFilesOf } from './entity-rights.ts'

type Auth = ApiHandlerContext['auth']
type Feature = 'attachments.view' | 'attachments.manage'

/** The attachment, if this person may do this with it; 404 for whoever may not, 401 for whoever is not signed in. */
export async function findAttachment(
  container: AppContainer,
  auth: Auth,
  id: unknown,
  feature: Feature,
): Promise<Attachment> {
  const em = container.resolve<EntityManager>('em')
  const attachment = z.uuid().safeParse(id).success
    ? await em.findOne(Attachment, { $and: [{ id: String(id) }, inReachOf(auth)] })
    : null
  const partition = attachment && (await em.findOne(AttachmentPartition, { code: attachment.partitionCode }))
  const isPublic = feature === 'attachments.view' && (partition?.isPublic ?? false)
  if (!auth) {
    if (attachment && checkAttachmentAccess(auth, attachment, { isPublic }).ok) return attachment
    throw new CrudHttpError(401, { error: 'Sign in first.', code: 'unauthorized' })
  }
  if (!attachment || !checkAttachmentAccess(auth, attachment, { isPublic }).ok) throw noSuchFile()
  const isAllowed = await mayUseFilesOf(container, requireSignedIn(auth), attachment.entityId, feature)
  if (!isPublic && !isAllowed && !isSuperAdminAuth(auth)) throw noSuchFile()
  return attachment
}

/** Rows that can be anything to this person at all. */
function inReachOf(auth: Auth): FilterQuery<Attachment> {
  const unscoped = { tenantId: null, organizationId: null }
  if (!auth) return unscoped
  if (isSuperAdminAuth(auth)) return {}
  return { $or: [{ tenantId: auth.tenantId, organizationId: auth.orgId }, unscoped] }
}

function noSuchFile(): CrudHttpError {
  return notFound('There is no such file.')
}
