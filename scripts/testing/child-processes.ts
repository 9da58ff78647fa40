import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'

const leaveWithUs = ['--import', new URL('../leave-with-parent.mjs', import.meta.url).href]
const running = new Set<ChildProcess>()
let stopping = false

/**
 * Runs a Node program in a process group of its own and resolves to its exit code (128 + signal number when
 * a signal ended it). Whatever it leaves behind in its group is ended with it.
 */
export function runNode(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  if (stopping) return Promise.resolve(1)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...leaveWithUs, ...args], {
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    running.add(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      running.delete(child)
      signalGroup(child, 'SIGKILL')
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/** Asks everything that runs to stop; nothing new starts after this. */
export function stopEverything(): void {
  stopping = true
  for (const child of running) signalGroup(child, 'SIGTERM')
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone, which is what we wanted.
  }
}
