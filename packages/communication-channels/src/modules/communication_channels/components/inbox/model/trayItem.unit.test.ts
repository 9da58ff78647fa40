import { describe, expect, test } from '@jest/globals'
import { checked, ok, unfit } from '../testing/file.ts'
import type { SendableAs } from './file.ts'
import { changeTray } from './tray.ts'
import { captionTaker, contentOf, isSendable, likelyUse, standing, type TrayItem } from './trayItem.ts'

const item = (change: Partial<TrayItem> = {}): TrayItem => ({
  key: 'k',
  conversationId: 'c1',
  channelId: 'ch1',
  name: 'tent.jpg',
  byteSize: 1,
  mimeType: 'image/jpeg',
  source: null,
  localUrl: null,
  isRecorded: false,
  goesOut: null,
  stage: 'ready',
  progress: 1,
  original: checked(),
  converted: null,
  use: 'image',
  caption: '',
  problem: null,
  ...change,
})

describe('what a file most likely goes out as', () => {
  const cases: [string, SendableAs[], boolean, string | null][] = [
    ['a photo', [ok('image'), unfit('sticker', true), ok('document')], false, 'image'],
    [
      'a picture nobody takes',
      [unfit('image', true), unfit('sticker', true), ok('document')],
      false,
      'image',
    ],
    ['a square picture', [unfit('sticker', true), unfit('image', true), ok('document')], false, 'image'],
    ['a sticker', [ok('sticker'), unfit('image', true), ok('document')], false, 'sticker'],
    ['a film that cannot be converted', [ok('document'), unfit('video', false)], false, 'document'],
    ['a song', [ok('audio'), unfit('voice', true), ok('document')], false, 'audio'],
    ['what was recorded here', [ok('audio'), unfit('voice', true), ok('document')], true, 'voice'],
    ['a recording where there are no voice messages', [ok('audio'), ok('document')], true, 'audio'],
    ['what goes out as nothing', [unfit('document', false)], false, 'document'],
    ['what nothing is known of', [], false, null],
  ]
  test.each(cases)('%s', (_name, as, isVoice, use) => {
    expect(likelyUse(as, isVoice)).toBe(use)
  })
})

describe('where a file stands', () => {
  test('it may go out, after a conversion, or not at all', () => {
    const problem = { code: 'file_type', message: 'Sentence of the server.' }
    expect(standing(item())?.kind).toBe('ok')
    expect(standing(item({ use: 'sticker' }))).toEqual({ kind: 'convertible', problem })
    const film = checked({}, [ok('document'), unfit('video', false)])
    expect(standing(item({ use: 'video', original: film }))).toEqual({ kind: 'impossible', problem })
    expect(standing(item({ original: null, use: null }))).toBeNull()
  })

  test('a converted copy goes out instead of the original, and only as what it was made for', () => {
    const sticker = checked({ id: 'f2', name: 'tent.webp' }, [ok('sticker')])
    const both = item({ use: 'sticker', converted: { use: 'sticker', checked: sticker } })
    expect(contentOf(both)).toEqual({ type: 'sticker', media: { fileId: 'f2' } })
    expect(contentOf({ ...both, use: 'image' })).toEqual({ type: 'image', media: { fileId: 'f1' } })
  })

  test('a copy that does not fit either is not converted once more', () => {
    const still = checked({ id: 'f2' }, [unfit('sticker', true)])
    const both = item({ use: 'sticker', converted: { use: 'sticker', checked: still } })
    expect(standing(both)?.kind).toBe('impossible')
  })
})

test.each([
  ['image', 'Mine', { type: 'image', media: { fileId: 'f1' }, caption: 'Mine' }],
  ['document', '', { type: 'document', media: { fileId: 'f1' }, filename: 'tent.jpg' }],
  ['voice', 'Mine', { type: 'audio', media: { fileId: 'f1' }, isVoice: true }],
  ['audio', '', { type: 'audio', media: { fileId: 'f1' } }],
] as const)('the message of a file that goes out as %s', (use, caption, content) => {
  const original = checked({}, [ok(use)])
  expect(contentOf(item({ use, original, caption: ` ${caption} ` }))).toEqual(content)
})

test('a caption that is too long keeps its file here', () => {
  expect(isSendable(item({ caption: 'x'.repeat(1024) }))).toBe(true)
  expect(isSendable(item({ caption: 'x'.repeat(1025) }))).toBe(false)
})

test('the text is the caption of a file that is alone, can have one and has none', () => {
  const only = item()
  expect(captionTaker([only])).toBe(only)
  expect(captionTaker([])).toBeNull()
  expect(captionTaker([only, item({ key: 'k2' })])).toBeNull()
  expect(captionTaker([item({ use: 'sticker' })])).toBeNull()
  expect(captionTaker([item({ caption: 'Mine' })])).toBeNull()
})

test('choosing another use forgets what was wrong with the last', () => {
  const problem = { code: 'conversion_failed', message: '', action: null }
  const [refused] = changeTray([item({ stage: 'converting', use: 'sticker' })], {
    type: 'refused',
    key: 'k',
    problem,
  })
  expect(refused).toMatchObject({ stage: 'ready', problem })
  const [chosen] = changeTray([refused!], { type: 'chosen', key: 'k', use: 'document' })
  expect(chosen).toMatchObject({ use: 'document', problem: null })
})
