import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

const STOP_PATIENCE_MS = 10_000

/** A process of ours that says when it is ready, and may be asked for more. */
export interface Child<Said> {
  pid: number
  said: Said
  /** Sends a request and resolves to the answer. One at a time. */
  ask<Answer>(request: unknown): Promise<Answer>
  signal(signal: NodeJS.Signals): void
  /** By SIGTERM, and by SIGKILL when it does not go. */
  stop(): Promise<void>
  kill(): Promise<void>
}

/**
 * Starts a program and waits for what it says first. It inherits our preload, so it leaves with us, even when we are
 * ended by SIGKILL.
 *
 * @param given.preload a module that is loaded before it
 * @param given.onExit  told of every end
 * @param given.until   kills it, also while it starts
 * @throws when it ends without a word
 */
export async function startChild<Said>(
  file: string,
  given: {
    env: Record<string, string>
    preload?: string
    onExit?: (how: string) => void
    until?: AbortSignal
  },
): Promise<Child<Said>> {
  const child = fork(file, {
    env: { ...process.env, ...given.env },
    execArgv: [...process.execArgv, ...(given.preload ? ['--import', given.preload] : [])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...(given.until && { signal: given.until, killSignal: 'SIGKILL' }),
  })
  child.on('exit', (code, signal) => given.onExit?.(signal ?? `code ${code}`))
  // Asked for something while it goes, it simply does not answer any more.
  child.on('error', () => undefined)
  const said = (await answerOf(child)) as Said
  return {
    pid: child.pid!,
    said,
    async ask<Answer>(request: unknown) {
      const answer = answerOf(child)
      child.send(request as object)
      return (await answer) as Answer
    },
    signal: (signal) => void child.kill(signal),
    async stop() {
      if (isGone(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await Promise.race([gone, pause(STOP_PATIENCE_MS, undefined, { ref: false })])
      if (isGone(child)) return
      child.kill('SIGKILL')
      await gone
    },
    async kill() {
      if (isGone(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stopListening = () => {
      child.off('message', onMessage)
      child.off('exit', onExit)
      child.off('error', onError)
    }
    const onMessage = (message: unknown) => {
      stopListening()
      resolve(message)
    }
    const onExit = (code: number | null, signal: string | null) => {
      stopListening()
      reject(new Error(`A process ended (${signal ?? `code ${code}`}) before it answered.`))
    }
    const onError = (error: Error) => {
      stopListening()
      reject(error)
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.on('error', onError)
  })
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
