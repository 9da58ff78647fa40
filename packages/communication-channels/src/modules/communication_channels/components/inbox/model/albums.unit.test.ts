import { describe, expect, test } from '@jest/globals'
import { message, reaction } from '../testing/fakeHub.ts'
import { file } from '../testing/file.ts'
import { slowest, withAlbums } from './albums.ts'
import type { Message } from './message.ts'
import { threadEntries } from './threadEntries.ts'
import { threadRows } from './threadRows.ts'

const picture = (id: string, second: number, change: Partial<Message> = {}) =>
  message({
    id,
    content: { type: 'image', media: { fileId: 'f1' } },
    files: [file()],
    sentAt: new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString(),
    ...change,
  })

/** `a+b c`: an album of a and b, then c alone. */
const laid = (messages: Message[]) =>
  withAlbums(threadRows(threadEntries(messages, [], null)))
    .flatMap((row) => {
      if (row.kind === 'day') return []
      return row.kind === 'album' ? row.rows.map(({ key }) => key).join('+') : row.key
    })
    .join(' ')

describe('pictures in a row', () => {
  test('of one sender are an album, however long it takes as a whole', () => {
    expect(laid([picture('a', 0), picture('b', 40), picture('c', 80)])).toBe('a+b+c')
  })

  test('are apart where more than a minute lies between them', () => {
    expect(laid([picture('a', 0), picture('b', 5), picture('c', 66), picture('d', 67)])).toBe('a+b c+d')
  })

  test('are apart where somebody else sent them, or something was said between them', () => {
    const sent = { direction: 'outbound', status: 'sent' } as const
    expect(laid([picture('a', 0), picture('b', 1, sent), picture('c', 2, sent)])).toBe('a b+c')
    const words = message({ id: 't', sentAt: '2026-11-21T10:00:01.000Z' })
    expect(laid([picture('a', 0), words, picture('b', 2), picture('c', 3)])).toBe('a t b+c')
  })

  test.each<[string, Partial<Message>]>([
    ['a caption', { content: { type: 'image', media: { fileId: 'f1' }, caption: 'My tent' } }],
    [
      'a quote',
      { replyTo: { messageId: 'm', direction: 'outbound', contentType: 'text', preview: 'Which?' } },
    ],
    ['a reaction', { reactions: [reaction()] }],
    ['a mark', { context: { forwarded: 'once' } }],
    ['a file that is not there', { files: [file({ state: 'failed' })] }],
    ['no preview', { files: [file({ previewUrl: null })] }],
    ['a failure', { direction: 'outbound', status: 'failed' }],
  ])('keep a bubble of their own with %s', (_name, change) => {
    expect(laid([picture('a', 0), picture('b', 1, change), picture('c', 2)])).toBe('a b c')
  })
})

test('an album has got as far as its slowest picture', () => {
  const one = (id: string, status: Message['status']) => picture(id, 0, { status, direction: 'outbound' })
  expect(slowest([one('a', 'read'), one('b', 'sent'), one('c', 'delivered')]).id).toBe('b')
  expect(slowest([picture('a', 0), picture('b', 1)]).id).toBe('b')
})
