// Starts a TypeScript entry point of this repository with the settings that every one of them needs:
// the pinned Node (npm puts it first on PATH) and the export condition that resolves our packages to
// their sources. Signals reach the child; its exit code is ours; it does not outlive us.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const [entry, ...args] = process.argv.slice(2)
if (!entry) {
  console.error('usage: node scripts/run.mjs <entry.ts> [arguments]')
  process.exit(2)
}

const settings = ['--conditions=source', '--disable-warning=ExperimentalWarning']
// V8 marks a heap that hardly grows about once a second, 60 ms each time on a core that others need. At two and a half
// times what lives in it is soon enough: the slowest hundredth of webhooks took 18 ms instead of 45.
const heap = ['--heap-growing-percent=150']
const leaveWithUs = ['--import', new URL('leave-with-parent.mjs', import.meta.url).href]

const child = spawn('node', [...settings, ...heap, ...leaveWithUs, entry, ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to the child as well; twice would read as impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
}
// npm killed by SIGKILL tells nobody; its children get another parent.
if (process.env.npm_lifecycle_event) {
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), 500).unref()
}
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
