import { AsyncLocalStorage } from 'node:async_hooks'
import type { AwilixContainer } from 'awilix'

// biome-ignore lint/suspicious/noExplicitAny: the cradle is open by contract; `resolve<T>(name)` names the type.
export type AppContainer = AwilixContainer<any>
export type DiRegistrar = (container: AppContainer) => void
type ContainerFactory = () => AppContainer

const registrars: DiRegistrar[] = []
const currentFactory = new AsyncLocalStorage<ContainerFactory>()
let processFactory: ContainerFactory | null = null

/** Bootstrap only: what every new container runs, in module order. */
export function registerDiRegistrars(list: DiRegistrar[]): void {
  registrars.splice(0, registrars.length, ...list)
}

export function getDiRegistrars(): DiRegistrar[] {
  return [...registrars]
}

/** Bootstrap only: how this process makes containers. `null` when the host is closed. */
export function registerContainerFactory(factory: ContainerFactory | null): void {
  processFactory = factory
}

/** Bootstrap only: work done inside `run` gets its containers from this host, also where a process holds two. */
export function withContainerFactory<T>(factory: ContainerFactory, run: () => T): T {
  return currentFactory.run(factory, run)
}

/** A fresh container for one request or job: `em` is a fork nobody else sees. */
export async function createRequestContainer(): Promise<AppContainer> {
  const factory = currentFactory.getStore() ?? processFactory
  if (!factory)
    throw new Error('No host is running in this process, so there is no container to take services from.')
  return factory()
}
