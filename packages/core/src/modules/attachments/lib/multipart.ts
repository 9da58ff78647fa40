const MAX_PARTS = 20
const MAX_HEADER_BYTES = 8 * 1024
const LINE_END = '\r\n'

export interface UploadedPart {
  fileName: string
  mimeType: string
  /** A view of the body, not a copy. */
  bytes: Buffer
}

export interface Multipart {
  fields: Map<string, string>
  files: Map<string, UploadedPart>
}

/** The boundary that a content type names, or null when it is no form with files. */
export function multipartBoundary(contentType: string | null): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType ?? '')) return null
  const found = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;,"]{1,70}))(?=[\s;]|$)/i.exec(contentType ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Reads a form (RFC 7578) whose bytes are all there, without copying its files; `Request.formData` holds them
 * three times. Null when it is not well formed. Of parts with the same name the first counts.
 */
export function readMultipart(body: Buffer, boundary: string): Multipart | null {
  const form: Multipart = { fields: new Map(), files: new Map() }
  const delimiter = `--${boundary}`
  if (!startsWith(body, delimiter, 0)) return null
  let at = delimiter.length
  for (let parts = 0; !startsWith(body, '--', at); parts++) {
    if (parts === MAX_PARTS || !startsWith(body, LINE_END, at)) return null
    const headersEnd = body.subarray(at, at + MAX_HEADER_BYTES).indexOf(LINE_END + LINE_END)
    if (headersEnd === -1) return null
    const contentStart = at + headersEnd + 2 * LINE_END.length
    const contentEnd = body.indexOf(LINE_END + delimiter, contentStart)
    if (contentEnd === -1) return null
    const headers = body.toString('utf8', at + LINE_END.length, at + headersEnd)
    if (!addPart(form, headers, body.subarray(contentStart, contentEnd))) return null
    at = contentEnd + LINE_END.length + delimiter.length
  }
  return form
}

function addPart(form: Multipart, headers: string, content: Buffer): boolean {
  const disposition = headerOf(headers, 'content-disposition')
  const name = parameterOf(disposition, 'name')
  if (!/^form-data\s*(;|$)/i.test(disposition) || name === null) return false
  if (form.fields.has(name) || form.files.has(name)) return true
  const fileName = parameterOf(disposition, 'filename')
  if (fileName === null) form.fields.set(name, content.toString('utf8'))
  else form.files.set(name, { fileName, mimeType: headerOf(headers, 'content-type'), bytes: content })
  return true
}

function headerOf(headers: string, name: string): string {
  const line = headers.split(LINE_END).find((candidate) => candidate.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}

/** Browsers write a quote as %22 and line ends as %0D and %0A, and nothing else apart: https://url.spec.whatwg.org/#multipart-form-data */
function parameterOf(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(disposition)
  const value = found?.[1] ?? found?.[2]
  return value?.replaceAll(/%22|%0D|%0A/gi, (escaped) => decodeURIComponent(escaped)) ?? null
}

function startsWith(body: Buffer, text: string, at: number): boolean {
  return body.toString('latin1', at, at + text.length) === text
}
