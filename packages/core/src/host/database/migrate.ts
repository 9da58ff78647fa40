import { dirname } from 'node:path'
import { Migrator } from '@mikro-orm/migrations'
import type { MikroORM } from '@mikro-orm/postgresql'
import { importFiles } from '../modules/conventionFiles.ts'
import { type LoadedModule, migration } from '../modules/loadModules.ts'

/**
 * Brings the database up to date, module by module, each with its own bookkeeping table so that a module can
 * travel with its migrations. To be called in turn (`inTurn`).
 */
export async function migrate(
  orm: MikroORM,
  modules: readonly LoadedModule[],
  order: readonly string[],
): Promise<void> {
  const own = await importFiles(dirname(import.meta.dirname), 'migrations')
  const groups = [
    { id: 'host', migrations: own.map(({ path, exports }) => migration(path, exports)) },
    ...[...modules].sort((one, other) => place(order, one.id) - place(order, other.id)),
  ]
  for (const { id, migrations } of groups) {
    if (migrations.length) await migrateModule(orm, id, migrations)
  }
}

async function migrateModule(
  orm: MikroORM,
  id: string,
  migrations: LoadedModule['migrations'],
): Promise<void> {
  orm.config.set('migrations', {
    ...orm.config.get('migrations'),
    tableName: `mikro_orm_migrations_${id}`,
    migrationsList: migrations as never,
    snapshot: false,
    disableForeignKeys: false,
    silent: true,
  })
  await new Migrator(orm.em as never).up()
}

function place(order: readonly string[], id: string): number {
  const at = order.indexOf(id)
  return at < 0 ? order.length : at
}
