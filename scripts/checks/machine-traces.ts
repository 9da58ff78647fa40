import { execFileSync } from 'node:child_process'
import { textOf } from './source-files.ts'

const traces = [
  { what: 'a path of one machine', pattern: /(?<![\w.\-/:}])\/(home|Users|root|work)\/[\w.-]+/ },
  {
    what: 'a package registry',
    pattern: /https?:\/\/[\w.-]*(registry|npmjs|artifactory|verdaccio)\b[\w.:-]*/i,
  },
  { what: 'a download address', pattern: /"resolved": "https?:/ },
]
const asBytes = /\.(png|jpe?g|gif|ico|webp|woff2?|pdf)$/

/** Every line of a file that git tracks (or would) that only makes sense on the machine it was written on. */
export function findMachineTraces(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const files = listed.split('\0').filter((path) => path !== '' && !asBytes.test(path))
  return [...new Set(files)].sort().flatMap((path) => tracesIn(path, textOf(root, path)))
}

function tracesIn(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    traces.flatMap(({ what, pattern }) => {
      const found = pattern.exec(line)
      return found ? [`${path}:${index + 1} names ${what}: ${found[0]}`] : []
    }),
  )
}
