import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A process of ours that says once, in one message, that it is ready or done. */
export interface Child<Said> {
  pid: number
  said: Said
  /** Resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/**
 * Starts `benchmarks/<name>.ts` and waits for what it says. It inherits our preload, so it leaves with us, even
 * when we are ended by SIGKILL.
 *
 * @throws when it ends without a word
 */
export async function startChild<Said>(name: string, env: Record<string, string>): Promise<Child<Said>> {
  const child = fork(join(import.meta.dirname, '..', `${name}.ts`), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const said = await new Promise<Said>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Said))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code} before it was ready.`)))
  })
  return { pid: child.pid!, said, stop: (signal) => stop(child, signal ?? 'SIGTERM') }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
