import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freshDatabase } from '../../../benchmarks/parts/databases.ts'
import { freePort } from '../../../benchmarks/parts/free-port.ts'
import type { Tally } from '../tally.ts'
import { until } from '../until.ts'
import { type Balancer, balance } from './balancer.ts'
import { type Child, startChild } from './child.ts'
import type { DatabaseRequest } from './postgres-process.ts'

export const WEBS = ['web 1', 'web 2'] as const
export const WORKERS = ['worker 1', 'worker 2'] as const
export type ProductProcess = (typeof WEBS)[number] | (typeof WORKERS)[number]
export const PROCESSES: readonly ProductProcess[] = [...WEBS, ...WORKERS]

const DATABASE = 'open_mercato_faults'
const SHIFT_CLOCK = new URL('shift-clock.mjs', import.meta.url).href
const START_TRIES = 3
const here = (name: string) => join(import.meta.dirname, `${name}.ts`)

/** PostgreSQL, the simulator, two web processes and two workers: everything that runs, and what is done to it. */
export class House {
  readonly webUrl: string
  databaseUrl = ''
  simulatorUrl = ''
  /** Processes of the product that ended although nobody had ended them. */
  readonly endedByThemselves: string[] = []
  isDatabaseUp = true
  private readonly webPorts: ReadonlyMap<ProductProcess, number>
  private readonly tally: Tally
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'open-mercato-faults-'))
  private readonly masterKey = randomBytes(32).toString('base64')
  private readonly processes = new Map<ProductProcess, Child<unknown>>()
  private readonly beingEnded = new Set<ProductProcess>()
  private postgres: Child<{ databaseUrl: string }> | null = null
  private simulator: Child<{ simulatorUrl: string }> | null = null
  private balancer: Balancer | null = null
  private pool: pg.Pool | null = null
  private readonly closing = new AbortController()

  private constructor(port: number, webPorts: number[], tally: Tally) {
    this.webPorts = new Map(WEBS.map((name, nth) => [name, webPorts[nth]!]))
    this.tally = tally
    this.webUrl = `http://127.0.0.1:${port}`
  }

  /** @param beforeSetUp done when the simulator is there and the product is not */
  static async open(tally: Tally, signal: AbortSignal, beforeSetUp: (house: House) => Promise<void>) {
    const [port, ...webPorts] = await Promise.all([freePort(), ...WEBS.map(() => freePort())])
    const house = new House(port, webPorts, tally)
    signal.addEventListener('abort', () => void house.close())
    try {
      const [postgres, simulator] = await Promise.all([
        startChild<{ databaseUrl: string }>(here('postgres-process'), { env: {} }),
        startChild<{ simulatorUrl: string }>(here('simulator-process'), { env: {} }),
      ])
      house.postgres = postgres
      house.simulator = simulator
      house.simulatorUrl = simulator.said.simulatorUrl
      house.databaseUrl = await freshDatabase(postgres.said.databaseUrl, DATABASE)
      house.pool = new pg.Pool({ connectionString: house.databaseUrl, max: 4, application_name: 'faults' })
      house.pool.on('error', () => undefined)
      await beforeSetUp(house)
      const setUp = await startChild(here('product-process'), {
        env: { ...house.envOf(WEBS[0]), PORT: String(port), SET_UP: 'yes' },
        until: house.closing.signal,
      })
      await setUp.stop()
      house.balancer = await balance(port, webPorts)
      await Promise.all(PROCESSES.map((name) => house.start(name)))
      return house
    } catch (error) {
      await house.close()
      throw error
    }
  }

  pidOf(name: ProductProcess): number | undefined {
    return this.processes.get(name)?.pid
  }

  /** @param clockShiftMs by how much its clock is wrong */
  async start(name: ProductProcess, clockShiftMs = 0): Promise<void> {
    if (clockShiftMs) {
      this.tally.add(
        `${isWeb(name) ? 'web' : 'worker'} with its clock ${clockShiftMs > 0 ? 'ahead' : 'behind'}`,
      )
    }
    for (let tries = 1; ; tries++) {
      try {
        this.processes.set(name, await this.launch(name, clockShiftMs))
        return
      } catch (error) {
        if (tries === START_TRIES || this.closing.signal.aborted) throw error
      }
    }
  }

  private launch(name: ProductProcess, clockShiftMs: number): Promise<Child<unknown>> {
    const env = this.envOf(name)
    return startChild(here('product-process'), {
      env: clockShiftMs ? { ...env, CLOCK_SHIFT_MS: String(clockShiftMs) } : env,
      ...(clockShiftMs && { preload: SHIFT_CLOCK }),
      until: this.closing.signal,
      onExit: (how) => {
        this.processes.delete(name)
        if (!this.closing.signal.aborted && !this.beingEnded.delete(name))
          this.endedByThemselves.push(`${name} (${how})`)
      },
    })
  }

  /** SIGKILL; it is gone when this resolves. */
  async kill(name: ProductProcess): Promise<void> {
    const child = this.processes.get(name)
    if (!child) return
    this.beingEnded.add(name)
    await child.kill()
  }

  /** Stands still, with all its connections open, until it is let go or killed. */
  freeze(name: ProductProcess): void {
    this.processes.get(name)?.signal('SIGSTOP')
  }

  unfreeze(name: ProductProcess): void {
    this.processes.get(name)?.signal('SIGCONT')
  }

  async stopDatabase(mode: 'fast' | 'immediate'): Promise<void> {
    this.isDatabaseUp = false
    await this.postgres!.ask({ stop: mode } satisfies DatabaseRequest)
  }

  async startDatabase(): Promise<void> {
    await this.postgres!.ask('start' satisfies DatabaseRequest)
    await until('PostgreSQL answers', async () => (await this.query('select 1')).length === 1, {
      withinMs: 20_000,
    })
    this.isDatabaseUp = true
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool!.query<Row>(sql, values)).rows
  }

  /** A connection of its own, for what holds locks. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'faults' })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }

  async close(): Promise<void> {
    this.closing.abort()
    await Promise.all([...this.processes.values()].map((child) => child.kill()))
    this.balancer?.close()
    await this.pool?.end().catch(() => undefined)
    await Promise.all([this.simulator?.stop(), this.postgres?.stop()])
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private envOf(name: ProductProcess): Record<string, string> {
    return {
      ...(isWeb(name) ? { ROLE: 'web', PORT: String(this.webPorts.get(name)) } : { ROLE: 'worker' }),
      SIMULATOR: 'off',
      DATABASE_URL: this.databaseUrl,
      OM_WHATSAPP_GRAPH_URL: this.simulatorUrl,
      OM_MASTER_KEY: this.masterKey,
      DATA_DIR: this.dataDir,
      // They are started dozens of times.
      NODE_COMPILE_CACHE: join(this.dataDir, 'compiled'),
      // By this name its connections are told from the others'.
      PGAPPNAME: name,
      // A process that lost its peers says so; here that is what is done to it.
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    }
  }
}

export function isWeb(name: ProductProcess): boolean {
  return (WEBS as readonly ProductProcess[]).includes(name)
}
