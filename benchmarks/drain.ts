// `npm run bench:drain`: what README.md beside this file describes.
import type { DrainResult } from './parts/backlog.ts'
import { startChild } from './parts/child.ts'
import { freePort } from './parts/free-port.ts'
import { type Ground, inSurroundings } from './parts/surroundings.ts'
import { printDrain } from './report/drain.ts'
import { printConfiguration } from './report/print.ts'

await inSurroundings('open_mercato_drain', async (ground) => {
  await printConfiguration(ground.server)
  printDrain(await drainedBy(ground, 'drain-process'), await drainedBy(ground, 'bare-drain-process'))
})

async function drainedBy(ground: Ground, name: string): Promise<DrainResult[]> {
  const DATABASE_URL = await ground.freshDatabase()
  const PORT = String(await freePort())
  const drain = await startChild<DrainResult[]>(name, { DATABASE_URL, PORT })
  await drain.stop()
  return drain.said
}
