import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from './postgres.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'postgres-'))
  // Else PostgreSQL's own user could not enter and the data would lie elsewhere.
  chmodSync(dataDir, 0o755)
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const start = () => startPostgres({ dataDir, durable: false })

async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows as T[]
  } finally {
    await client.end()
  }
}

it('keeps what was written over a restart, and lets nobody in without the password', async () => {
  const first = await start()
  try {
    await ask(first.url, 'create table kept (word text); insert into kept values (chr(322))')
    const stranger = new URL(first.url)
    stranger.password = 'guess'
    await expect(ask(stranger.toString(), 'select 1')).rejects.toThrow('password')
  } finally {
    await first.stop()
  }
  const second = await start()
  try {
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'ł' }])
  } finally {
    await second.stop()
  }
}, 60_000)

it('takes over a server that outlived its process, unless somebody uses it', async () => {
  const first = await start()
  try {
    const again = await start()
    expect(again.url).toBe(first.url)

    const user = new pg.Client({ connectionString: first.url })
    await user.connect()
    await expect(start()).rejects.toThrow('Another process uses the database')
    await user.end()
  } finally {
    await first.stop()
  }
}, 60_000)
