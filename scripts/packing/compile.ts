import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const notShipped = ['**/*.test.ts', '**/*.test.tsx']

/**
 * Compiles one package's `src` to `dist` as plain ESM: `.ts` in relative imports becomes `.js`, JSON and style
 * sheets are copied. Types are not emitted (they point to `src`) and not checked (the type check does that).
 * Folders of `src` that the package bundles for the browser by itself are left out.
 */
export function compile(
  packageFolder: string,
  dist = join(packageFolder, 'dist'),
  bundled: string[] = [],
): void {
  const src = join(packageFolder, 'src')
  rmSync(dist, { recursive: true, force: true })
  const config = mkdtempSync(join(tmpdir(), 'compile-'))
  try {
    writeFileSync(join(config, 'tsconfig.json'), JSON.stringify(configFor(src, dist, bundled)))
    const tsc = join(root, 'node_modules/@typescript/native/bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', config], { stdio: 'inherit' })
  } finally {
    rmSync(config, { recursive: true, force: true })
  }
  const exclude = bundled.map((folder) => `${folder}/**`)
  for (const path of globSync('**/*.{json,css,svg,html}', { cwd: src, exclude })) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    copyFileSync(join(src, path), join(dist, path))
  }
}

function configFor(src: string, dist: string, bundled: string[]) {
  return {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      noEmit: false,
      rewriteRelativeImportExtensions: true,
      rootDir: src,
      outDir: dist,
      types: [],
      // Each file by itself: other packages are not read, still less compiled along.
      noResolve: true,
      noCheck: true,
    },
    include: [src],
    exclude: [...notShipped, ...bundled].map((pattern) => join(src, pattern)),
  }
}
