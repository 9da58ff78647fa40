import { describeFailure } from './describe-failure.ts'

const failure = (more: object, message = 'Maria’s number') => Object.assign(new Error(message), more)

it.each([
  [
    'of the database',
    failure({ code: '23505', constraint: 'files_pkey' }),
    'database refused: 23505 (files_pkey)',
  ],
  ['of its procedures', failure({ code: 'P0001' }), 'database refused: P0001'],
  ['of the system', failure({ code: 'EPIPE' }), 'Error: EPIPE'],
  ['of the storage', failure({ name: 'StorageError', code: 'storage_full' }), 'StorageError: storage_full'],
  ['of our own making', new Error('ffmpeg ended with code 1'), 'ffmpeg ended with code 1'],
  ['of any other kind', new TypeError('Maria is not a function'), 'TypeError'],
  ['that is none', 'Maria', 'unknown failure'],
])('a failure %s is told without what it quotes', (_, error, told) => {
  expect(describeFailure(error)).toBe(told)
})
