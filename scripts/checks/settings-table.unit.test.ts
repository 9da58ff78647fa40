import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { variablesIn, variablesInTable } from './settings-table.ts'

const repository = join(import.meta.dirname, '../..')
const readme = join(repository, 'README.md')
const settings = join(repository, 'apps/mercato/src/settings.ts')

test('variables are read from a schema, from env, and from a table', () => {
  const source =
    "const schema = z.object({ PORT: z.string(), lower: 1 })\nconst dir = env.DATA_DIR\nprocess.env['X']"
  expect(variablesIn(source)).toEqual(['DATA_DIR', 'PORT'])
  expect(
    variablesInTable('| Setting | Default |\n|---|---|\n| `PORT` | 3000 |\n| `DATA_DIR` | `.data` |\n'),
  ).toEqual(['DATA_DIR', 'PORT'])
})

const bothExist = existsSync(readme) && existsSync(settings)
;(bothExist ? test : test.skip)('the README lists every setting, and no other', () => {
  const listed = variablesInTable(readFileSync(readme, 'utf8'))
  expect(listed).toEqual(variablesIn(readFileSync(settings, 'utf8')))
})
