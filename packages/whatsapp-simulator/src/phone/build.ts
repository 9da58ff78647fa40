import { rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the page beside `folder` and then puts it in place, so that nobody is ever served half a page. */
export async function buildPhonePage(folder: string): Promise<void> {
  const target = folder.replace(/\/$/, '')
  const building = `${target}.building-${process.pid}`
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    build: { outDir: building, emptyOutDir: true, modulePreload: { polyfill: false } },
  })
  await rm(target, { recursive: true, force: true })
  await rename(building, target)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPhonePage(fileURLToPath(new URL('../../dist/phone', import.meta.url)))
}
