import { createHash } from 'node:crypto'
import { sampleFile } from './samples/sample-files.ts'
import { NUMBER, TOKEN } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'

const { act, messages, request, send, textMaria, until, urlOf } = startChatWithMaria()

const mariaSends = (content: object) => act('messages', { content })
const giveFile = async (bytes: Uint8Array, mimeType: string, query = '') => {
  const response = await fetch(urlOf(`/sim/files?phoneNumberId=${NUMBER}${query}`), {
    method: 'POST',
    headers: { 'Content-Type': mimeType },
    body: new Uint8Array(bytes),
  })
  return { status: response.status, body: await response.json() }
}
const received = async () => {
  await until(() => messages().length === 1)
  const [message] = messages()
  return (message as Record<string, Record<string, string>>)[String(message!.type)]!
}
const download = async (url: string) => {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${TOKEN}` } })
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('a file of a customer is at the address in the webhook, with its hash', async () => {
  const bytes = Buffer.from('Dear shop,\n')
  const { status, body } = await giveFile(bytes, 'text/plain', '&fileName=letter.txt')
  expect(status).toBe(201)
  await mariaSends({ type: 'document', document: { id: body.file.id, caption: 'Please read' } })
  const document = await received()
  expect(document).toEqual({
    id: body.file.id,
    mime_type: 'text/plain',
    sha256: createHash('sha256').update(bytes).digest('base64'),
    filename: 'letter.txt',
    caption: 'Please read',
    url: expect.stringContaining('/whatsapp_business/attachments/'),
  })
  expect((await fetch(document.url!)).status).toBe(401)
  const file = await download(document.url!)
  expect(file.bytes.equals(bytes)).toBe(true)
  expect((await request('GET', `/v26.0/${body.file.id}?phone_number_id=${NUMBER}`)).body.file_size).toBe(11)
})

test.each([
  ['a photo', { type: 'image', image: { caption: 'Look' } }, 'photo'],
  ['a video', { type: 'video', video: {} }, 'video'],
  ['a voice message', { type: 'audio', audio: { voice: true } }, 'voice'],
  ['a song', { type: 'audio', audio: {} }, 'audio'],
  ['a document', { type: 'document', document: {} }, 'document'],
  ['a sticker', { type: 'sticker', sticker: {} }, 'sticker'],
  ['a moving sticker', { type: 'sticker', sticker: { animated: true } }, 'animated_sticker'],
] as const)('%s without a file is a sample', async (_case, content, sample) => {
  await mariaSends(content)
  const { url, mime_type } = await received()
  expect(mime_type).toBe(sampleFile(sample).mimeType)
  expect((await download(url!)).bytes.equals(sampleFile(sample).bytes)).toBe(true)
})

test('a file that Meta has lost has an id and no address', async () => {
  await mariaSends({ type: 'image', image: { id: '77' } })
  const image = await received()
  expect(image).toEqual({ id: '77', mime_type: 'image/jpeg', sha256: expect.any(String) })
  expect((await request('GET', '/v26.0/77')).body.error.error_subcode).toBe(33)
})

test('what a phone calls a file need not be what it is', async () => {
  const { body } = await giveFile(Buffer.from('<script>'), 'text/html', '&fileName=a.pdf')
  await mariaSends({ type: 'image', image: { id: body.file.id, mime_type: 'image/jpeg' } })
  expect(await received()).toMatchObject({ mime_type: 'image/jpeg' })
  const { items } = (await request('GET', '/sim/messages')).body
  const shown = await fetch(urlOf(`/sim/messages/${encodeURIComponent(items[0].wamid)}/files/0`))
  expect(shown.headers.get('content-type')).toBe('application/octet-stream')
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(shown.headers.get('content-security-policy')).toMatch(/sandbox/)
})

test('the phone can have a part of a file, as players ask for it', async () => {
  const { bytes } = sampleFile('voice')
  const part = (range: string) => fetch(urlOf('/sim/samples/voice'), { headers: { Range: range } })
  const end = await part('bytes=9000-')
  expect(end.status).toBe(206)
  expect(end.headers.get('content-range')).toBe(`bytes 9000-${bytes.length - 1}/${bytes.length}`)
  expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(9000))).toBe(true)
  expect((await part('bytes=99999-')).status).toBe(200)
})

test('an empty file and one of nobody’s number are not taken', async () => {
  expect((await giveFile(Buffer.alloc(0), 'image/png')).body.code).toBe('empty')
  const response = await fetch(urlOf('/sim/files?phoneNumberId=1'), { method: 'POST', body: 'x' })
  expect(response.status).toBe(404)
})

test('what the business’s own phone sends has a file as well', async () => {
  await act('echoes', { content: { type: 'image', image: {} } })
  const { items } = (await request('GET', '/sim/messages?direction=outbound')).body
  expect(items[0].files).toMatchObject([{ mimeType: 'image/jpeg', source: items[0].content.payload.id }])
})

test('a file that was received can be sent on by its id', async () => {
  await mariaSends({ type: 'image', image: {} })
  const { id } = await received()
  const body = { messaging_product: 'whatsapp', to: '+48601234567', type: 'image', image: { id } }
  expect((await send(body)).status).toBe(200)
  expect((await textMaria()).status).toBe(200)
})
