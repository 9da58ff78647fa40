import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clearAbandonedRuns, commandOf } from './run-folder.ts'

const nobody = '4194305'

test('a server that a killed run left is stopped and its folder removed; other processes are left alone', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'abandoned-'))
  const data = join(parent, nobody, 'data/postgres')
  mkdirSync(data, { recursive: true })
  mkdirSync(join(parent, '4194306/data'), { recursive: true })
  const asleep = ['-e', 'setInterval(() => {}, 1000); console.log("up")']
  const server = spawn(process.execPath, [...asleep, data], { stdio: ['ignore', 'pipe', 'ignore'] })
  const stranger = spawn(process.execPath, asleep, { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    await Promise.all([once(server.stdout, 'data'), once(stranger.stdout, 'data')])
    writeFileSync(join(data, 'postmaster.pid'), `${server.pid}\n${data}\n`)
    writeFileSync(join(parent, '4194306/data/postmaster.pid'), `${stranger.pid}\n`)
    const stopped = once(server, 'exit')

    await clearAbandonedRuns(parent)
    await stopped

    expect(existsSync(join(parent, nobody))).toBe(false)
    expect(existsSync(join(parent, '4194306'))).toBe(false)
    expect(commandOf(stranger.pid ?? 0)).toContain('setInterval')
  } finally {
    server.kill('SIGKILL')
    stranger.kill('SIGKILL')
    rmSync(parent, { recursive: true, force: true })
  }
})
