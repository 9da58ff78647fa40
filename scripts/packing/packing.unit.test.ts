import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { plant } from '../checks/plant.ts'
import { compile } from './compile.ts'
import { toCompiled } from './pack.ts'
import { serverSpecifiers } from './server-files.ts'

const module = 'packages/shared/src/modules/m'
let planted: ReturnType<typeof plant>
const inPackage = (path: string) => join(planted.root, 'packages/shared', path)

beforeAll(() => {
  planted = plant({
    [`${module}/index.ts`]: [
      "import { name } from './lib/name.ts'",
      "import texts from './i18n/en.json' with { type: 'json' }",
      "const { late } = await import('./lib/late.ts')",
      "console.log(name + ' ' + late + ' ' + texts.hello)",
    ].join('\n'),
    [`${module}/lib/name.ts`]: "export const name: string = 'Ada'\n",
    [`${module}/lib/late.ts`]: 'export const late = 5 as number\n',
    [`${module}/lib/name.unit.test.ts`]: 'export {}\n',
    [`${module}/backend/page.tsx`]: 'export default () => <p>hi</p>\n',
    [`${module}/backend/page.meta.ts`]: 'export const metadata = {}\n',
    [`${module}/backend/columns.ts`]: 'export const columns = []\n',
    [`${module}/i18n/en.json`]: '{"hello":"Hello"}',
  })
  compile(inPackage('.'))
})
afterAll(() => planted.remove())

test('a compiled package runs under plain Node, with its texts', () => {
  const index = inPackage('dist/modules/m/index.js')
  expect(execFileSync(process.execPath, [index], { encoding: 'utf8' })).toBe('Ada 5 Hello\n')
})

test('tests are not compiled along', () => {
  expect(() =>
    execFileSync('ls', [inPackage('dist/modules/m/lib/name.unit.test.js')], { stdio: 'ignore' }),
  ).toThrow()
})

test('what a host loads on its server is everything but tests and screens', () => {
  expect(serverSpecifiers('@x/y', inPackage('.'))).toEqual([
    '@x/y/modules/m/backend/page.meta',
    '@x/y/modules/m/index',
    '@x/y/modules/m/lib/late',
    '@x/y/modules/m/lib/name',
  ])
})

test('exports of a private room point at its compiled code', () => {
  const exports = { '.': './src/index.ts', './*': { source: ['./src/*.ts', './src/*.tsx'] } }
  expect(toCompiled(exports)).toEqual({
    '.': './dist/index.js',
    './*': { source: ['./dist/*.js', './dist/*.js'] },
  })
})
