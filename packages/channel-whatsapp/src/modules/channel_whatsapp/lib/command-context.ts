import { requireScope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { type ProviderContext, providerContext } from './provider-context.ts'

export function commandContext(ctx: CommandRuntimeContext): ProviderContext {
  return providerContext(ctx.container, requireScope(ctx.auth), ctx.auth)
}
