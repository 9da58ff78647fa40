import type { EntityManager } from '@mikro-orm/postgresql'
import { askInterceptors } from './interceptor-registry.ts'
import { commandRegistry } from './registry.ts'
import type { CommandExecuteResult, CommandExecutionOptions, CommandLogMetadata } from './types.ts'

interface ActionLogService {
  log(entry: CommandLogMetadata & { commandId: string }, em?: EntityManager): Promise<unknown>
}

/**
 * Runs a command by id and keeps what `buildLog` says about it in the audit log, inside
 * `ctx.transactionalEm` where there is one. Throws what the command throws; nothing is logged then.
 */
export class CommandBus {
  async execute<Input, Result>(
    commandId: string,
    options: CommandExecutionOptions<Input>,
  ): Promise<CommandExecuteResult<Result>> {
    const handler = commandRegistry.get(commandId)
    if (!handler) throw new Error(`There is no command called ${commandId}.`)
    const { input, ctx } = options
    const { auth, selectedOrganizationId, container } = ctx
    await askInterceptors(input, { commandId, auth, selectedOrganizationId, container })

    const before = (await handler.prepare?.(input, ctx))?.before
    const result: Result = await handler.execute(input, ctx)
    const after = await handler.captureAfter?.(input, result, ctx)

    const built = await handler.buildLog?.({ input, result, ctx, snapshots: { before, after } })
    const entry: CommandLogMetadata = { ...built, ...options.metadata }
    if ((!built && !options.metadata) || entry.skipLog) return { result, logEntry: null }
    if (!ctx.container.hasRegistration('actionLogService')) return { result, logEntry: null }

    const { skipLog: _, ...kept } = entry
    const logEntry = await ctx.container.resolve<ActionLogService>('actionLogService').log(
      {
        tenantId: ctx.auth?.tenantId ?? null,
        organizationId: ctx.selectedOrganizationId ?? ctx.auth?.orgId ?? null,
        actorUserId: ctx.auth?.userId ?? ctx.auth?.sub ?? null,
        ...kept,
        commandId,
      },
      ctx.transactionalEm,
    )
    return { result, logEntry }
  }
}
