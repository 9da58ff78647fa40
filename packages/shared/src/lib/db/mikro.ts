import type { MikroORM } from '@mikro-orm/postgresql'

export type AppMikroORM = MikroORM

let current: AppMikroORM | null = null

/** Bootstrap only. */
export function registerOrm(orm: AppMikroORM | null): void {
  current = orm
}

/** The host's ORM. Fork its `em` before use; requests and jobs take `em` from their container instead. */
export async function getOrm(): Promise<AppMikroORM> {
  if (!current) throw new Error('No host is running in this process, so there is no database to use.')
  return current
}
