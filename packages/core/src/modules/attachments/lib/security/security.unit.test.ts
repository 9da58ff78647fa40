import fc from 'fast-check'
import {
  hasDangerousExecutableExtension,
  isActiveContentAttachment,
  sanitizeUploadedFileName,
} from '../security.ts'
import { buildAttachmentContentDisposition } from './content-disposition.ts'
import { canRenderInlineAttachment, detectAttachmentMimeType } from './content-type.ts'
import { getAttachmentExtension } from './file-name.ts'

describe('the name of a file', () => {
  it.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ada\\photo.jpg', 'photo.jpg'],
    ['..', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['.htaccess', 'htaccess'],
    ['a\0b\r\nc.txt', 'abc.txt'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['\u2066\u200fa\u200b.pdf\u2069', 'a.pdf'],
    ['report.pdf. . ', 'report.pdf'],
    ['what?<is>|"this*".pdf', 'what__is___this__.pdf'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['console.txt', 'console.txt'],
    ['a   b\u00a0c.pdf', 'a b c.pdf'],
    ['e\u0301te\u0301.pdf', 'été.pdf'],
    ['請求書.pdf', '請求書.pdf'],
    ['half \ud83d a character.pdf', 'half a character.pdf'],
  ])('%j becomes %j', (name, clean) => expect(sanitizeUploadedFileName(name)).toBe(clean))

  it('is cut in the middle, never inside a character, and keeps its extension', () => {
    const clean = sanitizeUploadedFileName(`${'😀'.repeat(500)}.jpeg`)
    expect(clean).toMatch(/^(😀)+\.jpeg$/u)
    expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(200)
  })

  it('is harmless whatever it was, and stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = sanitizeUploadedFileName(name)
        expect(clean).not.toMatch(/[\\/\p{Cc}\p{Cf}<>:"|?*]|^\.|^\s|[.\s]$/u)
        expect(clean.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(201)
        expect(sanitizeUploadedFileName(clean)).toBe(clean)
      }),
    )
  })

  it.each([
    ['photo.JPG', 'jpg'],
    ['archive.tar.gz', 'gz'],
    ['none', ''],
    ['trailing.', ''],
    ['a.b c', ''],
    ['program.exe. ', 'exe'],
  ])('%j has the extension %j', (name, extension) => expect(getAttachmentExtension(name)).toBe(extension))

  it.each([
    ['setup.exe', true],
    ['photo.jpg.exe', true],
    ['photo\u202egpj.scr', true],
    ['run.SH', true],
    ['setup.exe. .', true],
    ['setup.e\u200bxe', true],
    ['exe', false],
    ['exe.pdf', false],
    ['report.docx', false],
  ])('%j starts something by a double click: %s', (name, expected) =>
    expect(hasDangerousExecutableExtension(name)).toBe(expected),
  )
})

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('content that a browser or shell could run', () => {
  it.each([
    ['an SVG', Buffer.from(svg), 'a.png'],
    ['an SVG after its declaration', Buffer.from(`<?xml version="1.0"?>\n<!-- x -->\n${svg}`), 'a.jpg'],
    ['an SVG after a doctype with entities', Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`), 'a.jpg'],
    ['an SVG with a prefix', Buffer.from('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'), 'a.txt'],
    ['an SVG inside other XML', Buffer.from(`<?xml version="1.0"?><root>${svg}</root>`), 'a.xml'],
    ['a page', Buffer.from('<!DOCTYPE html><title>x</title>'), 'a.pdf'],
    ['a page after blank lines and a byte order mark', Buffer.from('\ufeff \n\t<HTML>'), 'a.txt'],
    ['a page in UTF-16', utf16('<html><script>1</script>'), 'a.txt'],
    ['a page between NULs', Buffer.from('\0<\0h\0t\0m\0l\0>'), 'a.bin'],
    ['a lone script', Buffer.from('<script>alert(1)</script>'), 'a.csv'],
    ['a lone picture that runs', Buffer.from('<img src=x onerror=alert(1)>'), 'a.txt'],
    ['XML that asks for a stylesheet', Buffer.from('<?xml-stylesheet href="x.xsl"?><a/>'), 'a.xml'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /'), 'a.txt'],
    ['PHP', Buffer.from('<?php system($_GET[1]);'), 'a.txt'],
    ['whatever is called .svg', Buffer.from('plain'), 'a.svg'],
    ['whatever is called .html', Buffer.from('plain'), 'a.HTML'],
  ])('%s', (_case, bytes, name) => {
    expect(isActiveContentAttachment(bytes, name, 'application/octet-stream')).toBe(true)
    expect(canRenderInlineAttachment(detectAttachmentMimeType(bytes, name, 'image/png'))).toBe(false)
  })

  it.each([
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'image/svg+xml',
    'application/javascript',
    'application/xhtml+xml',
  ])('whatever is declared as %s', (type) =>
    expect(isActiveContentAttachment(Buffer.from('plain'), 'a', type)).toBe(true),
  )

  it.each([
    ['words', Buffer.from('Dear Ada, 2 < 3 and <b> is a tag.'), 'letter.txt'],
    ['a table', Buffer.from('name;price\nmug;3'), 'a.csv'],
    ['plain XML', Buffer.from('<?xml version="1.0"?><order><line/></order>'), 'a.xml'],
    ['a voice note in AMR, which begins like a script', Buffer.from('#!AMR\nxx'), 'a.amr'],
    ['a PDF', Buffer.from('%PDF-1.7\n<script>'), 'a.pdf'],
    ['a picture with a page in its comment', Buffer.from('\xff\xd8\xff\xe0<html>', 'latin1'), 'a.jpg'],
    ['nothing', Buffer.alloc(0), 'a.txt'],
  ])('not %s', (_case, bytes, name) =>
    expect(isActiveContentAttachment(bytes, name, 'application/octet-stream')).toBe(false),
  )
})

describe('the type', () => {
  const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  it.each([
    ['the content before the name and the claim', png, 'a.txt', 'text/plain', 'image/png'],
    ['a container by what is in it', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'a', '', 'image/webp'],
    ['a page, whatever it claims to be', Buffer.from('<html>'), 'a.png', 'image/png', 'text/html'],
    ['the name where the content tells nothing', Buffer.from('a,b'), 'a.csv', 'text/plain', 'text/csv'],
    [
      'the claim where nothing else does',
      Buffer.from('x'),
      'a',
      'application/x-thing; v=1',
      'application/x-thing',
    ],
    ['nothing of a picture that is none', Buffer.from('x'), 'a', 'image/png', 'application/octet-stream'],
    ['nothing of a claim that is none', Buffer.from('x'), 'a', 'a\r\nb: c', 'application/octet-stream'],
    ['nothing where nothing is claimed', Buffer.from('x'), 'a', undefined, 'application/octet-stream'],
  ])('is told by %s', (_case, bytes, name, claim, type) =>
    expect(detectAttachmentMimeType(bytes, name, claim)).toBe(type),
  )

  it.each([
    ['image/png', true],
    ['audio/ogg', true],
    ['video/mp4', true],
    ['image/svg+xml', false],
    ['text/html', false],
    ['application/pdf', false],
    ['text/plain', false],
  ])('%s may be shown in place: %s', (type, expected) =>
    expect(canRenderInlineAttachment(type)).toBe(expected),
  )
})

describe('the header that names a download', () => {
  it.each([
    ['a.pdf', `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`],
    ['été "x".pdf', `attachment; filename="_t_ _x_.pdf"; filename*=UTF-8''%C3%A9t%C3%A9%20_x_.pdf`],
    ["it's (1).pdf", `attachment; filename="it's (1).pdf"; filename*=UTF-8''it%27s%20%281%29.pdf`],
    [
      'a\r\nset-cookie: x=1.pdf',
      `attachment; filename="aset-cookie_ x=1.pdf"; filename*=UTF-8''aset-cookie_%20x%3D1.pdf`,
    ],
    ['50%25.pdf', `attachment; filename="50_25.pdf"; filename*=UTF-8''50%2525.pdf`],
  ])('of %j', (name, header) => expect(buildAttachmentContentDisposition(name)).toBe(header))

  it('can be set for every name there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = buildAttachmentContentDisposition(name, 'inline')
        expect(header).toMatch(/^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/)
        new Headers({ 'content-disposition': header })
      }),
    )
  })
})
