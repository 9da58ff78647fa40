// `npm run bench:template-sync`: how long a sync of an account with as many templates as Meta allows takes, beside reading the
// same pages with bare `fetch`. `-- --templates=600` makes it short.
import { parseArgs } from 'node:util'
import { startChild } from './parts/child.ts'
import { freePort } from './parts/free-port.ts'
import { inSurroundings } from './parts/surroundings.ts'
import { printConfiguration } from './report/print.ts'
import type { TemplateSyncResult } from './template-sync-process.ts'

const { values: options } = parseArgs({ options: { templates: { type: 'string', default: '6000' } } })

await inSurroundings('open_mercato_template_sync', async ({ server, freshDatabase }) => {
  await printConfiguration(server)
  const environment = { DATABASE_URL: await freshDatabase(), PORT: String(await freePort()) }
  const child = await startChild<TemplateSyncResult>('template-sync-process', {
    ...environment,
    TEMPLATES: options.templates,
  })
  await child.stop()
  print(child.said)
})

function print({ templates, kept, bare, first, again }: TemplateSyncResult): void {
  const line = (what: string, seconds: number) =>
    console.log(`  ${what.padEnd(32)} ${seconds.toFixed(2)} s, ${(seconds / bare).toFixed(2)} of bare`)
  console.log(`A sync of ${templates.toLocaleString('en')} templates, page by page`)
  line('bare: the pages fetched, parsed', bare)
  line('the first sync: all are new', first)
  line('the next one: nothing changed', again)
  if (kept === templates) return
  console.log(`  ONLY ${kept} KEPT`)
  process.exitCode = 1
}
