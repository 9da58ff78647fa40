import type { EntityManager } from '@mikro-orm/postgresql'
import type { AuthContext } from '../auth/server.ts'
import type { AppContainer } from '../di/container.ts'

export interface OrganizationScope {
  selectedId: string | null
  filterIds: string[] | null
  allowedIds: string[] | null
}

/** Workers and webhooks build it by hand with `auth: null` and `systemActor: true`. */
export interface CommandRuntimeContext {
  container: AppContainer
  auth: AuthContext
  organizationScope: OrganizationScope | null
  selectedOrganizationId: string | null
  organizationIds: string[] | null
  request?: Request
  systemActor?: boolean
  /** The command and its audit row become part of this transaction. */
  transactionalEm?: EntityManager
}

/** What the audit log keeps of a command. Never put message text or secrets here. */
export interface CommandLogMetadata {
  skipLog?: boolean
  tenantId?: string | null
  organizationId?: string | null
  actorUserId?: string | null
  actionLabel?: string | null
  resourceKind?: string | null
  resourceId?: string | null
  parentResourceKind?: string | null
  parentResourceId?: string | null
  relatedResourceKind?: string | null
  relatedResourceId?: string | null
  payload?: unknown
  snapshotBefore?: unknown
  snapshotAfter?: unknown
  changes?: Record<string, unknown> | null
  context?: Record<string, unknown> | null
}

export interface CommandLogBuilderArgs<Input, Result> {
  input: Input
  result: Result
  ctx: CommandRuntimeContext
  snapshots: { before?: unknown; after?: unknown }
}

export interface CommandHandler<Input = unknown, Result = unknown> {
  id: string
  prepare?(
    input: Input,
    ctx: CommandRuntimeContext,
  ): Promise<{ before?: unknown } | null> | { before?: unknown } | null
  execute(input: Input, ctx: CommandRuntimeContext): Promise<Result> | Result
  captureAfter?(input: Input, result: Result, ctx: CommandRuntimeContext): unknown
  buildLog?(
    args: CommandLogBuilderArgs<Input, Result>,
  ): Promise<CommandLogMetadata | null | undefined> | CommandLogMetadata | null | undefined
}

export interface CommandExecutionOptions<Input> {
  input: Input
  ctx: CommandRuntimeContext
  metadata?: CommandLogMetadata | null
}

export interface CommandExecuteResult<Result> {
  result: Result
  /** What was written to the audit log; null when the command logs nothing. */
  logEntry: unknown
}
