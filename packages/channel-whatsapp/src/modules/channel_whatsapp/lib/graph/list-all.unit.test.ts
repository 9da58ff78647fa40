import { z } from 'zod'
import { pagesOf } from './list-all.ts'

const at = (after: string) => `https://graph.facebook.com/v26.0/1/things?limit=100&after=${after}`

/** What is read of a list whose pages are these, in order; the cursors that were asked with. */
async function read(pages: unknown[]) {
  const asked: string[] = []
  const items: number[] = []
  const ask = async (cursor: string) => {
    asked.push(cursor)
    return pages[asked.length - 1]
  }
  for await (const page of pagesOf(ask, z.number())) items.push(...page.items)
  return { items, cursors: asked.slice(1).map((cursor) => cursor.replace('&limit=100&after=', '')) }
}

it.each([
  ['one page', [{ data: [1, 2] }], [1, 2], []],
  ['an account with nothing', [{ data: [] }], [], []],
  ['a last page with cursors', [{ data: [1], paging: { cursors: { after: 'a' } } }], [1], []],
  [
    'pages by their cursors',
    [{ data: [1], paging: { cursors: { after: 'a b' }, next: at('x') } }, { data: [2] }],
    [1, 2],
    ['a%20b'],
  ],
  [
    'a page that names the next by its address alone',
    [{ data: [1], paging: { next: at('b') } }, { data: [2] }],
    [1, 2],
    ['b'],
  ],
  [
    'an empty page in the middle',
    [
      { data: [1], paging: { cursors: { after: 'a' }, next: at('a') } },
      { data: [], paging: { cursors: { after: 'b' }, next: at('b') } },
      { data: [2] },
    ],
    [1, 2],
    ['a', 'b'],
  ],
])('%s is read to the end', async (_, pages, items, cursors) => {
  expect(await read(pages)).toEqual({ items, cursors })
})

const again = { data: [1], paging: { cursors: { after: 'a' }, next: at('a') } }
it.each([
  ['goes in a circle', [again, again]],
  [
    'says that there is more, but not where',
    [{ data: [1], paging: { next: 'https://graph.facebook.com/' } }],
  ],
  [
    'is longer than any that there is',
    Array.from({ length: 1500 }, (_, page) => ({
      data: [page],
      paging: { cursors: { after: `p${page}` }, next: at(`p${page}`) },
    })),
  ],
])('a list that %s is no list: a part of it is not taken for all of it', async (_, pages) => {
  await expect(read(pages)).rejects.toThrow('does not come to an end')
})
