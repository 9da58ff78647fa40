import { rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const SOURCES = fileURLToPath(new URL('..', import.meta.url))

/** Builds the pages beside `folder` and then puts them in place, so that nobody is ever served half a page. */
export async function buildPages(folder: string): Promise<void> {
  const target = folder.replace(/\/$/, '')
  const building = `${target}.building-${process.pid}`
  await build({
    root: SOURCES,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir: building,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: [`${SOURCES}phone/index.html`, `${SOURCES}review/index.html`] },
    },
  })
  await rm(target, { recursive: true, force: true })
  await rename(building, target)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPages(fileURLToPath(new URL('../../dist/web', import.meta.url)))
}
