// `npm run check:pack`: packs the plugins and the simulator, installs the tarballs in an empty folder beside a
// compiled host, and imports every file that a host loads on its server, under plain Node. Node does not strip
// types below node_modules, so this is where a missing build, file or export shows.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packHostRoom, packPublishable, readManifest } from './packing/pack.ts'
import { serverSpecifiers } from './packing/server-files.ts'
import { leaveOutcomes, printOutcomes } from './testing/outcome.ts'

const packages = join(import.meta.dirname, '../packages')
const hostRooms = ['shared', 'queue', 'ui', 'core']
const plugins = ['communication-channels', 'channel-whatsapp']
const simulator = 'whatsapp-simulator'

const started = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'packed-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

const consumer = join(folder, 'consumer')
mkdirSync(consumer)
installTarballs()

const specifiers = plugins.flatMap((plugin) => {
  const packageFolder = join(packages, plugin)
  const found = serverSpecifiers(readManifest(packageFolder).name, packageFolder)
  if (found.length === 0) throw new Error(`${plugin} has nothing that a host could load`)
  return found
})
specifiers.push(readManifest(join(packages, simulator)).name)
const failures = [...notOurs(), ...importAll(specifiers)]
const outcome = {
  part: 'packing',
  passed: specifiers.length - failures.length,
  failed: failures.length,
  failures,
  seconds: (performance.now() - started) / 1000,
}
printOutcomes([outcome])
leaveOutcomes([outcome])
process.exit(failures.length > 0 ? 1 : 0)

function installTarballs(): void {
  const tarballs = new Map<string, string>()
  for (const room of hostRooms) tarballs.set(room, packHostRoom(join(packages, room), folder))
  for (const name of [...plugins, simulator])
    tarballs.set(name, packPublishable(join(packages, name), folder))
  const ours = [...tarballs].map(([room, tarball]) => [
    readManifest(join(packages, room)).name,
    `file:${tarball}`,
  ])
  // A host brings the peers in versions that fit each other; ours are the ones the plugins are built with.
  const peers = plugins.map((plugin) => readManifest(join(packages, plugin)).devDependencies)
  const dependencies = Object.assign({}, ...peers, Object.fromEntries(ours))
  const manifest = { name: 'consumer', private: true, type: 'module', dependencies }
  writeFileSync(join(consumer, 'package.json'), JSON.stringify(manifest))
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  execFileSync('npm', ['install', ...quietly], { cwd: consumer, stdio: 'inherit' })
}

// Open Mercato publishes packages of these names; only our tarballs may have been installed.
function notOurs(): string[] {
  const lock = JSON.parse(readFileSync(join(consumer, 'package-lock.json'), 'utf8'))
  return Object.entries<{ resolved?: string }>(lock.packages)
    .filter(([path, { resolved }]) => /@open-mercato\/[^/]+$/.test(path) && !resolved?.startsWith('file:'))
    .map(([path]) => `${path} was taken from the registry instead of our tarball`)
}

function importAll(wanted: string[]): string[] {
  const program = `
    const failures = []
    for (const specifier of ${JSON.stringify(wanted)}) {
      try { await import(specifier) } catch (error) { failures.push(specifier + ': ' + error.message.split('\\n')[0]) }
    }
    process.stdout.write('\\u0000' + JSON.stringify(failures), () => process.exit(0))`
  writeFileSync(join(consumer, 'import-all.js'), program)
  const { stdout, stderr } = spawnSync(process.execPath, ['import-all.js'], {
    cwd: consumer,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const report = stdout.split('\u0000')[1]
  return report ? JSON.parse(report) : [`importing ended early: ${stderr.trim().split('\n').at(-1)}`]
}
