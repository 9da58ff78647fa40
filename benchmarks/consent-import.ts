// `npm run bench:consent-import`: what README.md beside this file describes. `-- --rows=2000` makes it short.
import { parseArgs } from 'node:util'
import { startChild } from './parts/child.ts'
import type { ImportResult } from './parts/consent-list.ts'
import { freePort } from './parts/free-port.ts'
import { type Ground, inSurroundings } from './parts/surroundings.ts'
import { printConsentImport } from './report/consent-import.ts'
import { printConfiguration } from './report/print.ts'

const { values: options } = parseArgs({ options: { rows: { type: 'string', default: '20000' } } })

await inSurroundings('open_mercato_consent_import', async (ground) => {
  await printConfiguration(ground.server)
  const ours = await importedBy(ground, 'consent-import-process')
  printConsentImport(Number(options.rows), ours, await importedBy(ground, 'bare-consent-import-process'))
})

async function importedBy(ground: Ground, name: string): Promise<ImportResult> {
  const DATABASE_URL = await ground.freshDatabase()
  const PORT = String(await freePort())
  const child = await startChild<ImportResult>(name, { DATABASE_URL, PORT, ROWS: options.rows })
  await child.stop()
  return child.said
}
