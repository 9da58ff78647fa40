import { download } from './download.ts'

it('goes on to its end, however many pieces have nothing in them', async () => {
  async function* pieces() {
    yield* ['', 'a', '', '', '', 'b', '', '']
  }
  expect(await download('a.txt', 'text/plain', pieces()).text()).toBe('ab')
})

it('reads no further once nobody wants it', async () => {
  let asked = 0
  async function* pieces() {
    for (;;) yield String(++asked)
  }
  const reader = download('a.txt', 'text/plain', pieces()).body!.getReader()
  await reader.read()
  await reader.cancel()
  expect(asked).toBeLessThanOrEqual(2)
})

it('breaks off where it cannot be read, and does not look whole', async () => {
  async function* pieces() {
    yield 'a'
    throw new Error('The database is gone.')
  }
  await expect(download('a.txt', 'text/plain', pieces()).text()).rejects.toThrow('The database is gone.')
})
