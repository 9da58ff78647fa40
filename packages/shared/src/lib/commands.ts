export { CommandBus } from './commands/command-bus.ts'
export { commandRegistry, registerCommand, unregisterCommand } from './commands/registry.ts'
export type {
  CommandExecuteResult,
  CommandExecutionOptions,
  CommandHandler,
  CommandLogBuilderArgs,
  CommandLogMetadata,
  CommandRuntimeContext,
} from './commands/types.ts'
