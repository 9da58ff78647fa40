import sharp from 'sharp'
import * as samples from '../../../../../testing/sample-files.ts'
import { examineFile } from './examine-file.ts'

const text = (words: string) => Buffer.from(words)
const utf16 = (words: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])

it.each<[string, () => Promise<Uint8Array> | Uint8Array, string | null, object]>([
  [
    'a photo',
    () => samples.picture(),
    null,
    { mimeType: 'image/jpeg', kind: 'image', width: 64, height: 48 },
  ],
  [
    'a photo under another name',
    () => samples.picture('png'),
    'a.jpg',
    { mimeType: 'image/png', extension: 'png' },
  ],
  ['a picture that moves', () => samples.animation(), null, { mimeType: 'image/webp', isAnimated: true }],
  [
    'an old picture that moves',
    () => samples.animation('gif'),
    null,
    { mimeType: 'image/gif', isAnimated: true },
  ],
  [
    'a picture too large to unpack',
    () => samples.pictureBomb(),
    null,
    { pixelsTooMany: true, width: 30_000 },
  ],
  [
    'a picture that breaks off',
    async () => (await samples.picture('jpeg', 640, 480)).subarray(0, 900),
    null,
    { mimeType: 'image/jpeg', kind: 'image', isDamaged: true },
  ],
  [
    'a voice note',
    () => samples.VOICE_NOTE,
    null,
    {
      mimeType: 'audio/ogg',
      kind: 'audio',
      extension: 'ogg',
      audioCodec: 'opus',
      audioChannels: 1,
      durationMs: 300,
    },
  ],
  [
    'sound of a recorder',
    () => samples.wave(2),
    null,
    { mimeType: 'audio/wav', audioChannels: 1, durationMs: 2000 },
  ],
  [
    'a film',
    () => samples.VIDEO,
    null,
    { mimeType: 'video/mp4', kind: 'video', width: 32, height: 24, audioCodec: 'aac', videoCodec: 'avc' },
  ],
  [
    'an old film',
    () => samples.OLD_VIDEO,
    null,
    { mimeType: 'video/3gpp', width: 176, videoCodec: 'unknown' },
  ],
  [
    'a paper',
    () => samples.PDF,
    'a.txt',
    { mimeType: 'application/pdf', kind: 'document', extension: 'pdf' },
  ],
  ['words', () => text('Zażółć'), null, { mimeType: 'text/plain', kind: 'document', extension: 'txt' }],
  ['words in two bytes each', () => utf16('Hello'), null, { mimeType: 'text/plain' }],
  ['a table', () => text('a;b\n1;2'), 'orders.csv', { mimeType: 'text/csv', extension: 'csv' }],
  ['a drawing with a script', () => samples.SVG, 'logo.png', { mimeType: 'image/svg+xml', kind: 'active' }],
  [
    'a drawing behind a long comment',
    () => text(`<?xml version="1.0"?><!--${'x'.repeat(9000)}--><svg:svg/>`),
    null,
    { kind: 'active', extension: 'svg' },
  ],
  [
    'an XML that a stylesheet makes a page of',
    () => text('<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#s"?><order/>'),
    'order.xml',
    { mimeType: 'text/html', kind: 'active' },
  ],
  ['a drawing in two bytes each', () => utf16('<svg onload="x()">'), null, { kind: 'active' }],
  ['a page', () => samples.HTML, 'notes.txt', { mimeType: 'text/html', kind: 'active', extension: 'html' }],
  ['a part of a page', () => text('  <img src=x onerror=alert(1)>'), null, { kind: 'active' }],
  [
    'words about pages',
    () => text('Use <html> at the top.'),
    null,
    { mimeType: 'text/plain', kind: 'document' },
  ],
  ['a program', () => samples.PROGRAM, 'photo.jpg', { mimeType: 'application/x-msdownload', kind: 'active' }],
  ['a script of the shell', () => text('#!/bin/sh\nrm -rf /'), 'notes.txt', { kind: 'active' }],
  ['a script by its name', () => text('WScript.Echo 1'), 'hello.vbs', { kind: 'active' }],
  [
    'a picture that is a page too',
    () => samples.POLYGLOT,
    'a.html',
    { mimeType: 'image/gif', kind: 'image' },
  ],
  [
    'nothing',
    () => new Uint8Array(),
    'a.pdf',
    { mimeType: 'application/octet-stream', kind: 'unknown', byteSize: 0 },
  ],
  ['what nobody knows', () => Buffer.from([0, 1, 2, 3, 250]), 'a.jpg', { kind: 'unknown', extension: null }],
])('%s', async (_case, bytes, name, expected) => {
  expect(await examineFile(await bytes(), name)).toMatchObject(expected)
})

it('looks at a sound that names more parts than fit into memory, and goes on without knowing them', async () => {
  const part = [0xff, 0xf1, 0x50, 0x80, 0, 0x1f, 0xfc]
  const bytes = Buffer.alloc(8 * 1024 * 1024, Buffer.from(part))
  expect(await examineFile(bytes, null)).toMatchObject({
    mimeType: 'audio/aac',
    kind: 'audio',
    durationMs: null,
  })
})

it('turns a photo as it is looked at', async () => {
  const upright = await samples.picture('jpeg', 64, 48)
  const turned = await sharp(upright).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await examineFile(turned, null)).toMatchObject({ width: 48, height: 64 })
})

it('gives the fingerprint that anybody else would work out', async () => {
  expect(await examineFile(text('abc'), null)).toMatchObject({
    byteSize: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  })
})
