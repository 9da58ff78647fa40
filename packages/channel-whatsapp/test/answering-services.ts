import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'

/** What was asked of the database and the marketplace, and services that answer without either. */
export function answeringServices(answer: (statement: string) => unknown[]) {
  const statements: string[] = []
  const states: unknown[] = []
  const events: unknown[] = []
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql }: CompiledQuery) {
      const statement = sql.replace(/\s+/g, ' ').trim()
      statements.push(statement)
      return { rows: answer(statement) as R[] }
    },
    streamQuery: () => {
      throw new Error('Nothing streams here')
    },
  }
  const nothing = async () => {}
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (own) => new PostgresIntrospector(own),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  })
  const services: Record<string, unknown> = {
    em: { fork: () => ({ getKysely: () => db }) },
    integrationStateService: {
      resolveState: async () => ({ reauthRequired: false }),
      upsert: async (...state: unknown[]) => states.push(state),
    },
    eventBus: { emit: async (event: string, payload: unknown) => events.push([event, payload]) },
  }
  return { statements, states, events, resolve: <T>(name: string) => services[name] as T }
}
