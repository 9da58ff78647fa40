import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from './compile.ts'

type Manifest = {
  name: string
  version: string
  exports: unknown
  devDependencies?: Record<string, string>
}

/** Builds a publishable package and packs it as it would be published; returns the tarball's path. */
export function packPublishable(packageFolder: string, into: string): string {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: packageFolder, stdio: 'inherit' })
  return npmPack(packageFolder, into)
}

/**
 * Packs a private room of the reference host. It is never published and its exports point at sources; here
 * it is staged with compiled code, the shape in which a plugin meets a real host under `node_modules`.
 */
export function packHostRoom(packageFolder: string, into: string): string {
  const manifest = readManifest(packageFolder)
  const staged = join(into, 'staged', manifest.name)
  mkdirSync(staged, { recursive: true })
  compile(packageFolder, join(staged, 'dist'))
  const compiled = { ...manifest, exports: toCompiled(manifest.exports), files: ['dist'], scripts: {} }
  writeFileSync(join(staged, 'package.json'), JSON.stringify(compiled))
  return npmPack(staged, into)
}

export function readManifest(packageFolder: string): Manifest {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
}

/** `./src/lib/*.tsx` -> `./dist/lib/*.js`, throughout an exports map. */
export function toCompiled(exports: unknown): unknown {
  if (typeof exports === 'string') return exports.replace('./src/', './dist/').replace(/\.tsx?$/, '.js')
  if (Array.isArray(exports)) return exports.map(toCompiled)
  const entries = Object.entries(exports as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, target]) => [key, toCompiled(target)]))
}

function npmPack(folder: string, into: string): string {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', into]
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: folder, encoding: 'utf8' }))
  return join(into, packed.filename)
}
