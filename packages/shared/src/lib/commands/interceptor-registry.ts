import { badRequest } from '../crud/errors.ts'
import type { CommandInterceptor, CommandInterceptorContext } from './command-interceptor.ts'

const interceptors = new Map<string, CommandInterceptor>()

/** One with a known id takes the place of the earlier one. */
export function registerCommandInterceptors(list: readonly CommandInterceptor[]): void {
  for (const interceptor of list) interceptors.set(interceptor.id, interceptor)
}

/** @throws CrudHttpError 400 with an interceptor's message; whatever an interceptor throws */
export async function askInterceptors(input: unknown, context: CommandInterceptorContext): Promise<void> {
  const asked = [...interceptors.values()]
    .filter(({ targetCommand }) => targetCommand === context.commandId)
    .sort((one, other) => (one.priority ?? 0) - (other.priority ?? 0))
  for (const { beforeExecute } of asked) {
    const answer = await beforeExecute?.(input, context)
    if (answer?.ok === false) throw badRequest(answer.message ?? 'This was refused.')
  }
}
