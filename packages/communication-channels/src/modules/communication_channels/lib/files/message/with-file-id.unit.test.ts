import type { MessageContent } from '../../content/message-content.ts'
import { withFileId } from './with-file-id.ts'

const image = (media: object): MessageContent => ({ type: 'image', media })
const file = (id: string, externalMediaId: string | null) => ({ id, externalMediaId })

it.each<[string, MessageContent, Parameters<typeof withFileId>[1], string | undefined]>([
  ['by the provider’s id', image({ id: 'm2' }), [file('f1', 'm1'), file('f2', 'm2')], 'f2'],
  ['the only one, whatever the provider calls it now', image({ id: 'm9' }), [file('f1', 'm1')], 'f1'],
  ['the only one, for a link', image({ link: 'https://x.example/1' }), [file('f1', null)], 'f1'],
  [
    'none of several that are called otherwise',
    image({ id: 'm9' }),
    [file('f1', 'm1'), file('f2', 'm2')],
    undefined,
  ],
  ['none', image({ id: 'm1' }), [], undefined],
  ['the one it names already', image({ fileId: 'f7' }), [file('f1', 'm1')], 'f7'],
])('a picture has the file %s', (_case, content, files, fileId) => {
  expect(withFileId(content, files)).toMatchObject({ media: fileId ? { fileId } : {} })
})

it('words have none', () => {
  const text: MessageContent = { type: 'text', text: 'Hello' }
  expect(withFileId(text, [file('f1', 'm1')])).toBe(text)
})
