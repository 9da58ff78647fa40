import { execFileSync } from 'node:child_process'
import { findMachineTraces } from './machine-traces.ts'
import { plant } from './plant.ts'

function tracesIn(files: Record<string, string>) {
  const planted = plant(files)
  try {
    execFileSync('git', ['init', '--quiet'], { cwd: planted.root })
    return findMachineTraces(planted.root)
  } finally {
    planted.remove()
  }
}

// Put together here, so that this file itself carries no trace.
const somebodysFolder = ['', 'home', 'ada', 'shop'].join('/')
const roomCalledWork = ['packages', 'work', 'index.ts'].join('/')
const registry = ['https:', '', 'registry.example.org', 'zod'].join('/')

test('paths inside the repository, links and routes pass', () => {
  expect(
    tracesIn({
      'README.md': `See ${roomCalledWork}, [docs](docs/home/index.md) and http://localhost:3000/home/page\n`,
    }),
  ).toEqual([])
})

test('a path of one machine, a registry and a download address are found, ignored files are not read', () => {
  expect(
    tracesIn({
      '.gitignore': 'own.ts\nnode_modules\n',
      'own.ts': `open('${somebodysFolder}')\n`,
      'a.ts': `open('${somebodysFolder}')\n`,
      'b.md': `Get it from ${registry}\n`,
      'package-lock.json': `{\n${'"resolved": "'}${'https://'}example.org/zod.tgz"\n}\n`,
    }),
  ).toEqual([
    expect.stringMatching(/^a\.ts:1 names a path of one machine/),
    expect.stringMatching(/^b\.md:1 names a package registry/),
    expect.stringMatching(/^package-lock\.json:2 names a download address/),
  ])
})
