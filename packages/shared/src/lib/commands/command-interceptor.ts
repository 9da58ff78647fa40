import type { AuthContext } from '../auth/server.ts'
import type { AppContainer } from '../di/container.ts'

export interface CommandInterceptorContext {
  commandId: string
  auth: AuthContext
  selectedOrganizationId: string | null
  container: AppContainer
}

export interface CommandInterceptorBeforeResult {
  /** False stops the command; `message` says why. */
  ok?: boolean
  message?: string
}

/** A module's say before another module's command (`commands/interceptors.ts`). */
export interface CommandInterceptor {
  id: string
  /** The id of one command. */
  targetCommand: string
  priority?: number
  /** What it throws goes to the caller as if the command had thrown it. */
  beforeExecute?(
    input: unknown,
    context: CommandInterceptorContext,
    // biome-ignore lint/suspicious/noConfusingVoidType: as Open Mercato declares it
  ): Promise<CommandInterceptorBeforeResult | void>
}
