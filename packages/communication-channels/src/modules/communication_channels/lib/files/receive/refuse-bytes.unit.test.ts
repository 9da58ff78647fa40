import { refuseBytes } from './refuse-bytes.ts'

const MB = 1024 * 1024

it.each<[string, Parameters<typeof refuseBytes>[0], Parameters<typeof refuseBytes>[1], string | null]>([
  ['the announced file', { sha256: 'a', attemptCount: 1 }, { sha256: 'a', byteSize: 5 }, null],
  ['a file that was not announced', { sha256: null, attemptCount: 1 }, { sha256: 'a', byteSize: 5 }, null],
  [
    'another one than announced',
    { sha256: 'b', attemptCount: 1 },
    { sha256: 'a', byteSize: 5 },
    'incomplete',
  ],
  ['another one again', { sha256: 'b', attemptCount: 2 }, { sha256: 'a', byteSize: 5 }, 'incomplete'],
  ['another one every time', { sha256: 'b', attemptCount: 3 }, { sha256: 'a', byteSize: 5 }, null],
  ['nothing, as announced', { sha256: 'a', attemptCount: 1 }, { sha256: 'a', byteSize: 0 }, 'file_empty'],
  ['nothing yet', { sha256: 'b', attemptCount: 1 }, { sha256: 'a', byteSize: 0 }, 'incomplete'],
  ['nothing every time', { sha256: 'b', attemptCount: 3 }, { sha256: 'a', byteSize: 0 }, 'file_empty'],
  ['exactly 100 MB', { sha256: null, attemptCount: 1 }, { sha256: 'a', byteSize: 100 * MB }, null],
  ['a byte more', { sha256: null, attemptCount: 1 }, { sha256: 'a', byteSize: 100 * MB + 1 }, 'too_large'],
])('%s', (_case, file, examined, code) => expect(refuseBytes(file, examined)?.code ?? null).toBe(code))
