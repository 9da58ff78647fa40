import { mimeTypeBySignature } from './content-signatures.ts'
import { getAttachmentExtension } from './file-name.ts'

const SEEN_BYTES = 4096

const ACTIVE_EXTENSIONS: Record<string, string> = {
  html: 'text/html',
  htm: 'text/html',
  shtml: 'text/html',
  mht: 'multipart/related',
  mhtml: 'multipart/related',
  xhtml: 'application/xhtml+xml',
  xht: 'application/xhtml+xml',
  svg: 'image/svg+xml',
  svgz: 'image/svg+xml',
  xsl: 'text/xsl',
  xslt: 'text/xsl',
  js: 'text/javascript',
  mjs: 'text/javascript',
  swf: 'application/x-shockwave-flash',
}
const ACTIVE_TYPES =
  /^(text\/html|text\/xsl|text\/(x-)?(java|ecma|j|live)script|application\/(x-)?(java|ecma)script|application\/xhtml\+xml|application\/xslt\+xml|image\/svg(\+xml)?|multipart\/related|message\/rfc822|application\/x-shockwave-flash|text\/x-(sh|shellscript|python|php)|application\/x-(sh|csh|httpd-php))$/i

const HTML_START =
  /^<(!doctype html|html|head|body|script|iframe|meta|style|link|title|table|div|img|br|form|object|embed|a|p|h1|b|font|base)[\s/>]/i
const SCRIPT_START = /^(#!(?!AMR)|<\?php|<%)/i

/** What a browser or a shell could run: by type, by extension, or by how the content begins, whatever it is called. */
export function isActiveContentAttachment(buffer: Uint8Array, fileName: string, mimeType: string): boolean {
  return activeTypeOf(buffer, fileName) !== null || ACTIVE_TYPES.test(mimeType.split(';')[0]?.trim() ?? '')
}

/** The type that makes it dangerous, or null. */
export function activeTypeOf(buffer: Uint8Array, fileName: string): string | null {
  const byName = ACTIVE_EXTENSIONS[getAttachmentExtension(fileName)]
  if (byName) return byName
  if (mimeTypeBySignature(buffer)) return null
  const text = startOf(buffer)
  if (SCRIPT_START.test(text)) return 'text/x-shellscript'
  const markup = withoutProlog(text)
  if (/^<([\w-]+:)?svg[\s/>]/i.test(markup)) return 'image/svg+xml'
  if (HTML_START.test(`${markup} `)) return 'text/html'
  // XML of any root can hold SVG or XHTML, or name a stylesheet that makes a page of it.
  if (/^<[?!\w]/.test(text) && /<([\w-]+:)?svg[\s/>]|w3\.org\/1999\/xhtml|<\?xml-stylesheet/i.test(text)) {
    return 'application/xhtml+xml'
  }
  return null
}

/** The beginning as a browser would read it: by its byte order mark, else byte by byte; NULs do not hide a tag. */
function startOf(buffer: Uint8Array): string {
  const head = Buffer.from(buffer.buffer, buffer.byteOffset, Math.min(buffer.byteLength, SEEN_BYTES))
  const [first, second] = head
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const text = isUtf16
    ? new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(head)
    : head.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  return text.replaceAll('\0', '').trimStart()
}

/** Without declarations, doctypes other than HTML's, and comments, which may come before the first tag. */
function withoutProlog(text: string): string {
  const prolog = /^(<\?[^>]*>|<!--[\s\S]*?-->|<!doctype (?!html)[^[>]*(\[[\s\S]*?\]\s*)?>)\s*/i
  let rest = text
  for (let found = prolog.exec(rest); found; found = prolog.exec(rest)) rest = rest.slice(found[0].length)
  return rest
}
