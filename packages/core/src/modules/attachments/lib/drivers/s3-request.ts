import { createHash } from 'node:crypto'
import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { AwsV4Signer } from 'aws4fetch'
import { s3Failure, s3NetworkFailure } from './s3-failure.ts'
import type { StorageError } from './storage-error.ts'

export interface S3Settings {
  /** Without the bucket, such as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string
  region: string
  bucket: string
  /** Folders inside the bucket, such as `shop/files`; empty for none. */
  prefix: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket in the path, as most services besides Amazon's want it, rather than in the host name. */
  pathStyle: boolean
}

const MAX_ERROR_BYTES = 16 * 1024

/**
 * One signed request. Goes by `node:http`, because `fetch` copies the bytes that it sends. Answers only where S3
 * did what was asked, else throws a `StorageError`.
 *
 * @param timeoutMs of silence, at any time until the body is read
 */
export async function requestS3(
  ctx: { settings: S3Settings; timeoutMs: number },
  what: { method: 'GET' | 'PUT' | 'DELETE'; key: string; body?: Buffer },
): Promise<IncomingMessage> {
  const send = async () => transmit(await sign(ctx.settings, what), what.body, ctx.timeoutMs)
  const response = await send()
    .catch((error) => {
      // The service closed an idle connection just as we took it up again: that says nothing about the service.
      if ((error as { wasIdle?: boolean }).wasIdle) return send()
      throw error
    })
    .catch((error) => Promise.reject(s3NetworkFailure(error)))
  if (response.statusCode && response.statusCode < 300) return response
  throw await refusal(response)
}

/** Where the object is. */
export function s3ObjectUrl(
  settings: Pick<S3Settings, 'endpoint' | 'bucket' | 'pathStyle'>,
  key: string,
): URL {
  const url = new URL(settings.endpoint)
  if (!settings.pathStyle) url.hostname = `${settings.bucket}.${url.hostname}`
  const path = settings.pathStyle ? `${settings.bucket}/${key}` : key
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`
  return url
}

async function sign(settings: S3Settings, what: { method: string; key: string; body?: Buffer }) {
  const digest = createHash('sha256').update(what.body ?? '')
  const signer = new AwsV4Signer({
    method: what.method,
    url: s3ObjectUrl(settings, what.key).toString(),
    headers: { 'x-amz-content-sha256': digest.digest('hex') },
    service: 's3',
    region: settings.region,
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
  })
  return signer.sign()
}

function transmit(
  signed: Awaited<ReturnType<typeof sign>>,
  body: Buffer | undefined,
  timeoutMs: number,
): Promise<IncomingMessage> {
  const { request: open } = signed.url.protocol === 'https:' ? https : http
  const headers = { ...Object.fromEntries(signed.headers), ...(body && { 'content-length': body.length }) }
  return new Promise((resolve, reject) => {
    const request: ClientRequest = open(signed.url, { method: signed.method, headers, timeout: timeoutMs })
    request.on('timeout', () =>
      request.destroy(Object.assign(new Error('S3 is silent.'), { code: 'ETIMEDOUT' })),
    )
    request.on('error', (error: NodeJS.ErrnoException) => {
      const wasIdle = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      reject(Object.assign(error, { wasIdle }))
    })
    request.on('response', resolve)
    request.end(body)
  })
}

async function refusal(response: IncomingMessage): Promise<StorageError> {
  let text = ''
  try {
    for await (const chunk of response) {
      text += String(chunk)
      if (text.length > MAX_ERROR_BYTES) break
    }
  } catch {
    // The status alone says enough.
  }
  response.destroy()
  return s3Failure(response.statusCode ?? 0, text)
}
