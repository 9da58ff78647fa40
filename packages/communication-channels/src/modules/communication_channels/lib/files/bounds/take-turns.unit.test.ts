import { takeTurns } from './take-turns.ts'

/** Work that goes on until it is told to end. */
function bench(room: Parameters<typeof takeTurns>[0]) {
  const take = takeTurns(room)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    start(name: string, tenantId: string, size = 1): Promise<string> {
      return take(tenantId, size, async () => {
        begun.push(name)
        await new Promise<void>((end) => ends.set(name, end))
        return name
      })
    },
    async end(name: string, work: Promise<string>) {
      ends.get(name)!()
      return work
    },
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('no more goes on at once than there is room for, and who waits comes on in order', async () => {
  const { begun, start, end } = bench({ total: 2, perTenant: 2, mostWaiting: 9 })
  const works = ['a', 'b', 'c', 'd'].map((name) => start(name, 'acme'))
  await settled()
  expect(begun).toEqual(['a', 'b'])
  await end('b', works[1]!)
  await settled()
  expect(begun).toEqual(['a', 'b', 'c'])
  await end('a', works[0]!)
  await settled()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

it('a tenant that floods leaves room to the others', async () => {
  const { begun, start } = bench({ total: 3, perTenant: 2, mostWaiting: 9 })
  for (const name of ['a', 'b', 'c', 'd']) void start(name, 'acme')
  void start('e', 'birch')
  await settled()
  expect(begun).toEqual(['a', 'b', 'e'])
})

it('who waits for much room does not keep those waiting who need little', async () => {
  const { begun, start } = bench({ total: 100, perTenant: 100, mostWaiting: 9 })
  for (const [name, size] of [
    ['large', 90],
    ['larger', 95],
    ['small', 5],
  ] as const) {
    void start(name, 'acme', size)
  }
  await settled()
  expect(begun).toEqual(['large', 'small'])
})

it('what is larger than all the room has its turn alone', async () => {
  const { begun, start, end } = bench({ total: 10, perTenant: 10, mostWaiting: 9 })
  const [huge] = [start('huge', 'acme', 50), start('small', 'acme', 1)]
  await settled()
  expect(begun).toEqual(['huge'])
  await end('huge', huge)
  await settled()
  expect(begun).toEqual(['huge', 'small'])
})

it('work that fails makes room too', async () => {
  const take = takeTurns({ total: 1, perTenant: 1, mostWaiting: 9 })
  await expect(take('acme', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(take('acme', 1, async () => 'yes')).resolves.toBe('yes')
})

it('where too many wait, the next one of that tenant is sent away with a word, and nobody else', async () => {
  const { begun, start } = bench({ total: 2, perTenant: 1, mostWaiting: 2 })
  for (const name of ['a', 'b', 'c']) void start(name, 'acme')
  await expect(start('d', 'acme')).rejects.toMatchObject({ status: 429, code: 'files_busy' })
  void start('e', 'birch')
  await settled()
  expect(begun).toEqual(['a', 'e'])
})
