import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import type { RbacService } from '../../auth/services/rbacService.ts'

type Person = { userId: string; tenantId: string; organizationId: string }

/**
 * Whether the person may do this with files of the entity: the right to attachments, and to see the module whose
 * records they belong to. A picture of a conversation is for those who may read conversations.
 */
export function mayUseFilesOf(
  container: AppContainer,
  person: Person,
  entityId: string,
  feature: 'attachments.view' | 'attachments.manage',
): Promise<boolean> {
  const module = /^([a-z0-9_]+):/.exec(entityId)?.[1]
  const required = module ? [feature, `${module}.view`] : [feature]
  const { userId, ...scope } = person
  return container.resolve<RbacService>('rbacService').userHasAllFeatures(userId, required, scope)
}
