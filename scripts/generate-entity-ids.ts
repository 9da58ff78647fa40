// Writes what Open Mercato's generators read of the plugins: `node scripts/run.mjs scripts/generate-entity-ids.ts`,
// after a change to an entity class. The repository check says when it is due.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { entityIdFiles } from './checks/entity-ids.ts'

const root = join(import.meta.dirname, '..')
const files = await entityIdFiles(root)

for (const path of files.keys()) {
  if (path.endsWith('entities.ids.generated.ts'))
    rmSync(join(root, dirname(path)), { recursive: true, force: true })
}
for (const [path, text] of files) {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(path)
}
