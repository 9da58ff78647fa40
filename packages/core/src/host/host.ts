import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { MikroORM } from '@mikro-orm/postgresql'
import { createJobEngine, installJobEngine } from '@open-mercato/queue'
import {
  type AuthContext,
  AuthResolutionUnavailableError,
  registerAuthResolver,
} from '@open-mercato/shared/lib/auth/server'
import { registerOrm } from '@open-mercato/shared/lib/db/mikro'
import {
  type AppContainer,
  registerContainerFactory,
  registerDiRegistrars,
  withContainerFactory,
} from '@open-mercato/shared/lib/di/container'
import { setLookupPepper } from '@open-mercato/shared/lib/encryption/aes'
import { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { registerModules } from '@open-mercato/shared/lib/i18n/server'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { RateLimiterService } from '@open-mercato/shared/lib/ratelimit/service'
import { setGlobalEventBus } from '@open-mercato/shared/modules/events'
import { openAttachmentStorage } from '../modules/attachments/lib/drivers/attachment-storage.ts'
import { resolveAuth } from '../modules/auth/lib/session.ts'
import { runDueSchedules } from '../modules/scheduler/lib/runDueSchedules.ts'
import { createContainerFactory } from './container.ts'
import { inTurn } from './database/inTurn.ts'
import { migrate } from './database/migrate.ts'
import { createOrm, encryptOnWrite } from './database/orm.ts'
import { createTenantKeys, deriveKey } from './database/tenantKeys.ts'
import { createEventBridge } from './events/eventBridge.ts'
import { createEventBus } from './events/eventBus.ts'
import { listenerOf, openEventStream } from './events/eventStream.ts'
import { createApp } from './http/app.ts'
import { isDatabaseUnavailable } from './http/databaseUnavailable.ts'
import { reportJobError } from './jobs/reportJobError.ts'
import { drainQueues, runnableQueues } from './jobs/runJobs.ts'
import { startTicker } from './jobs/ticker.ts'
import { type LoadedModule, loadModules } from './modules/loadModules.ts'
import type { ModuleEntry } from './modules/moduleEntry.ts'
import { createTenant, type NewTenant, renewTenants, seed } from './seed.ts'
import { type HostSettings, visibleSettings } from './settings.ts'

/** A provider is waited for 20 seconds, and what it answered has to be written down. */
const JOB_PATIENCE_MS = 25_000

export interface HostOptions {
  modules: readonly ModuleEntry[]
  settings: HostSettings
  /** Modules named here are migrated first, in this order. */
  migrationOrder?: readonly string[]
  /** The built web app; without it only the API is served. */
  webRoot?: string
  /** Whether this process may work on queues (`startWorkers`); true unless said otherwise. */
  works?: boolean
}

export interface Host {
  readonly modules: readonly LoadedModule[]
  readonly orm: MikroORM
  /** The whole HTTP surface. */
  fetch(request: Request): Promise<Response>
  /** The same for `http.createServer` and supertest. */
  nodeListener(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>
  createContainer(): AppContainer
  migrate(): Promise<void>
  /** The demonstration tenants and what each module wants a tenant to start with. */
  seed(): Promise<void>
  /** See `renewTenants`; for a shop in production, each time it starts. */
  renewTenants(): Promise<void>
  /** See `createTenant`; how a shop in production gets its first account. */
  createTenant(tenant: NewTenant): Promise<boolean>
  /** Runs it while no other process of this database does so. */
  inTurn<T>(run: () => Promise<T>): Promise<T>
  /** From now on this process works on the queues and keeps the schedules. */
  startWorkers(): Promise<void>
  /** Takes no further job, and waits for those that run as long as the slowest call of theirs may take. */
  stopWorkers(): Promise<void>
  /** Browsers that hear live events are sent away; they come again, to another process. */
  endStreams(): void
  /** Runs all due jobs and persistent subscribers in this call, until nothing is left. For tests. */
  drain(): Promise<{ processed: number; failed: number }>
  close(): Promise<void>
}

interface RbacService {
  getGrantedFeatures(
    userId: string,
    scope: { tenantId: string | null; organizationId: string | null },
  ): Promise<string[]>
}

/** Puts the modules together. Touches no database until something is asked of it. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { settings } = options
  const logger = createLogger('host')
  setLookupPepper(deriveKey(settings.masterKey, 'lookup'))

  const modules = await loadModules(options.modules)
  const orm = await createOrm({
    databaseUrl: settings.databaseUrl,
    entities: modules.flatMap(({ entities }) => entities),
  })
  const kmsService = createTenantKeys(orm, settings.masterKey)
  const tenantEncryptionService = new TenantDataEncryptionService({
    kms: kmsService,
    maps: modules.flatMap(({ encryptionMaps }) => encryptionMaps),
  })
  encryptOnWrite(orm, tenantEncryptionService)

  const jobs = createJobEngine({
    databaseUrl: settings.databaseUrl,
    works: options.works,
    onError: reportJobError(logger),
  })
  const bridge = createEventBridge({ databaseUrl: settings.databaseUrl })
  const rateLimiterService = new RateLimiterService({ trustProxyDepth: settings.trustProxy })
  const eventBus = createEventBus({
    subscribers: modules.flatMap(({ subscribers }) => subscribers),
    jobs,
    bridge,
    createContainer: () => createContainer(),
  })
  const registrars = modules.flatMap(({ registrar }) => registrar ?? [])
  const createContainer = createContainerFactory(orm, registrars, {
    eventBus,
    kmsService,
    tenantEncryptionService,
    rateLimiterService,
    attachmentStorage: openAttachmentStorage({ dataDir: settings.dataDir, s3: settings.attachmentsS3 }),
    settings: visibleSettings(settings),
  })

  async function authenticate(request: Request): Promise<AuthContext> {
    try {
      return await resolveAuth(request, { newEm: () => orm.em.fork() })
    } catch (cause) {
      if (!isDatabaseUnavailable(cause)) throw cause
      throw new AuthResolutionUnavailableError('The session could not be checked.', { cause })
    }
  }

  registerModules(modules)
  registerDiRegistrars(registrars)
  registerContainerFactory(createContainer)
  registerOrm(orm)
  registerAuthResolver(authenticate)
  setGlobalEventBus(eventBus)
  installJobEngine(jobs)

  const app = createApp({
    routes: modules.flatMap(({ routes }) => routes),
    webRoot: options.webRoot ?? null,
    createContainer,
    rateLimiter: rateLimiterService,
    publicUrl: settings.publicUrl,
    openEventStream: (request) =>
      openEventStream({ bridge, signal: request.signal, identify: () => identify(request) }),
    isDatabaseUp: () =>
      orm.em
        .fork()
        .execute('select 1')
        .then(
          () => true,
          () => false,
        ),
  })

  /** Asked anew each time, not remembered per request: a stream outlives the rights it began with. */
  async function identify(request: Request) {
    const auth = await authenticate(request)
    if (!auth) return null
    const scope = { tenantId: auth.tenantId, organizationId: auth.orgId }
    const rbac = createContainer().resolve<RbacService>('rbacService')
    return listenerOf(auth, await rbac.getGrantedFeatures(auth.userId ?? auth.sub, scope))
  }

  const queues = runnableQueues({
    workers: modules.flatMap(({ workers }) => workers),
    runEventJob: (job) => eventBus.runJob(job),
    createContainer,
  })
  let stopTicker: () => Promise<void> = async () => undefined
  const turn = <T>(run: () => Promise<T>) => inTurn(settings.databaseUrl, run)
  /** Whoever keeps schedules for all goes by the clock that all of them have. */
  const runDue = async () => {
    const em = orm.em.fork()
    const [clock] = await em.execute<{ now: Date | string }[]>('select now() as now')
    return runDueSchedules({ em, now: new Date(clock!.now) }, (queue, payload) =>
      jobs.enqueue(queue, payload),
    )
  }
  const stopWorkers = async () => {
    await stopTicker()
    await jobs.stopWorking(JOB_PATIENCE_MS)
  }
  const inHost = <T>(run: () => T): T => withContainerFactory(createContainer, run)

  return {
    modules,
    orm,
    createContainer,
    fetch: (request) => inHost(async () => app.fetch(request)),
    nodeListener: getRequestListener((request, env) => inHost(() => app.fetch(request, env as never))),
    async migrate() {
      await turn(() => migrate(orm, modules, options.migrationOrder ?? []))
      await jobs.start()
    },
    seed: () => inHost(() => turn(() => seed(modules, createContainer))),
    renewTenants: () => inHost(() => turn(() => renewTenants(modules, createContainer))),
    createTenant: (tenant) => inHost(() => createTenant(modules, createContainer, tenant)),
    async startWorkers() {
      for (const { queue, concurrency, handler } of queues) {
        await jobs.work(queue, concurrency, (job, ctx) => inHost(() => handler(job, ctx)))
      }
      stopTicker = startTicker(runDue)
    },
    inTurn: turn,
    stopWorkers,
    endStreams: () => bridge.endListening(),
    drain: () => inHost(() => drainQueues(jobs, queues)),
    async close() {
      await stopWorkers()
      await bridge.close()
      await jobs.close()
      await orm.close(true)
      registerContainerFactory(null)
      registerOrm(null)
      registerAuthResolver(null)
      setGlobalEventBus(null)
      installJobEngine(null)
    },
  }
}
