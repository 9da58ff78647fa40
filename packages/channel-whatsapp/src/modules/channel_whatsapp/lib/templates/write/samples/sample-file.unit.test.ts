import { type SampleKind, sampleFile } from './sample-file.ts'

const MB = 1024 * 1024
const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const film = (brand: string) => [0, 0, 0, 24, ...Buffer.from(`ftyp${brand}`)]
const PDF = [...Buffer.from('%PDF-1.7')]

function fileOf(start: number[], size = start.length): Uint8Array {
  const bytes = new Uint8Array(size)
  bytes.set(start)
  return bytes
}

test.each<[string, SampleKind, number[], string]>([
  ['a JPEG', 'image', JPEG, 'image/jpeg'],
  ['a PNG', 'image', PNG, 'image/png'],
  ['an MP4', 'video', film('isom'), 'video/mp4'],
  ['a PDF', 'document', PDF, 'application/pdf'],
])('%s is taken as the sample of a header of kind %s, as what it is', (_, kind, start, mimeType) => {
  expect(sampleFile(kind, fileOf(start))).toMatchObject({ mimeType })
})

test.each<[string, SampleKind, Uint8Array, string]>([
  ['a PNG', 'video', fileOf(PNG), 'sample_not_video'],
  ['a PDF', 'image', fileOf(PDF), 'sample_not_image'],
  ['a page of the web', 'document', fileOf([...Buffer.from('<html>')]), 'sample_not_document'],
  ['a film of QuickTime', 'video', fileOf(film('qt  ')), 'sample_not_video'],
  ['a photo of an iPhone', 'image', fileOf(film('heic')), 'sample_not_image'],
  ['nothing', 'image', new Uint8Array(), 'sample_not_image'],
  ['a picture of more than 5 MB', 'image', fileOf(JPEG, 5 * MB + 1), 'sample_image_too_large'],
  ['a film of more than 16 MB', 'video', fileOf(film('isom'), 16 * MB + 1), 'sample_video_too_large'],
])('%s is refused as the sample of a header of kind %s', (_, kind, bytes, code) => {
  expect(() => sampleFile(kind, bytes)).toThrow(
    expect.objectContaining({
      body: expect.objectContaining({ code, fieldErrors: { sample: expect.any(String) } }),
    }),
  )
})

test('what is as large as it may be is taken', () => {
  expect(sampleFile('image', fileOf(PNG, 5 * MB)).bytes.byteLength).toBe(5 * MB)
})
