import { createRecentReads } from './recent-reads.ts'

function counting() {
  const clock = { now: 0 }
  const asked: string[] = []
  const recent = createRecentReads(() => clock.now)
  const read = (key: string) =>
    recent(key, async () => {
      asked.push(key)
      return { template: null, isNews: true, isOtherCategory: false, isFresh: true }
    })
  return { clock, asked, read, recent }
}

describe('a template that many messages are refused for', () => {
  it('is read once for all who ask at the same time, and is news to each', async () => {
    const { asked, read } = counting()
    const found = await Promise.all([read('a'), read('a'), read('b')])
    expect(asked).toEqual(['a', 'b'])
    expect(found.map(({ isNews }) => isNews)).toEqual([true, true, true])
  })

  it('is read again after a minute, and is no news before', async () => {
    const { clock, asked, read } = counting()
    await read('a')
    clock.now = 59_999
    expect(await read('a')).toMatchObject({ isNews: false })
    clock.now = 60_000
    expect(await read('a')).toMatchObject({ isNews: true })
    expect(asked).toEqual(['a', 'a'])
  })

  it('is left alone for as long where reading it failed', async () => {
    const { clock, recent, asked, read } = counting()
    const fail = () => recent('a', () => Promise.reject(new Error('too many calls')))
    await expect(fail()).rejects.toThrow('too many calls')
    await expect(read('a')).rejects.toThrow('too many calls')
    expect(asked).toEqual([])
    clock.now = 60_000
    await expect(read('a')).resolves.toMatchObject({ isNews: true })
  })
})
