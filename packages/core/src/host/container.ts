import type { MikroORM } from '@mikro-orm/postgresql'
import { CommandBus, commandRegistry } from '@open-mercato/shared/lib/commands'
import type { AppContainer, DiRegistrar } from '@open-mercato/shared/lib/di/container'
import { asFunction, asValue, createContainer, InjectionMode } from 'awilix'

/**
 * Makes the container of one request or job. Each is a root of its own, not a scope of a common one: what a
 * module registers as a singleton lives as long as the request and holds the request's `em`.
 */
export function createContainerFactory(
  orm: MikroORM,
  registrars: readonly DiRegistrar[],
  services: Record<string, unknown>,
): () => AppContainer {
  const commandBus = new CommandBus()
  const shared = Object.fromEntries(
    Object.entries({ ...services, commandBus, commandRegistry }).map(([name, value]) => [
      name,
      asValue(value),
    ]),
  )
  const em = asFunction(() => orm.em.fork()).singleton()
  return () => {
    const container: AppContainer = createContainer({ injectionMode: InjectionMode.CLASSIC })
    container.register({ ...shared, em })
    for (const register of registrars) register(container)
    return container
  }
}
