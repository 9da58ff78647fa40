import { jest } from '@jest/globals'
import { listLibrary } from './template-library.ts'

const access = { accessToken: 'token', apiVersion: 'v26.0' }
const entry = (id: number) => ({ id, name: `one_${id}`, language: 'pl', category: 'UTILITY', body: 'Hello.' })

afterEach(() => jest.restoreAllMocks())

test.each([
  [1, 1, false],
  [3, 3, false],
  [4, 3, true],
  [50, 3, true],
])(
  'of a library of %s pages %s are read, and it is said whether there are more',
  async (all, read, hasMore) => {
    let page = 0
    const fetch = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => {
      page += 1
      const next = { cursors: { after: `p${page}` }, next: `https://graph.facebook.com/?after=p${page}` }
      return Response.json({ data: [entry(page)], ...(page < all ? { paging: next } : {}) })
    })
    const part = await listLibrary(access, { language: 'pl', search: undefined })
    expect(part.entries.map(({ id }) => id)).toEqual(['1', '2', '3'].slice(0, read))
    expect(part.hasMore).toBe(hasMore)
    expect(fetch).toHaveBeenCalledTimes(read)
  },
)
