import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { collectBytes } from '../collect-bytes.ts'
import { s3NetworkFailure } from './s3-failure.ts'
import { requestS3, type S3Settings } from './s3-request.ts'
import type { ReadFileResult, StorageDriver, StoredFile, StoreFilePayload } from './storage-driver.ts'
import { StorageError } from './storage-error.ts'
import { newStoragePath, storagePathSegments } from './storage-path.ts'

const DEFAULT_TIMEOUT_MS = 30_000

/** Files in one bucket of a service that speaks S3. */
export class S3StorageDriver implements StorageDriver {
  readonly key = 's3'
  private readonly ctx: { settings: S3Settings; timeoutMs: number }

  constructor(settings: S3Settings, timeoutMs: number = DEFAULT_TIMEOUT_MS) {
    this.ctx = { settings, timeoutMs }
  }

  async store(payload: StoreFilePayload): Promise<StoredFile> {
    const { prefix } = this.ctx.settings
    // The prefix is part of the path: files stay where they are when it changes.
    const storagePath = [...(prefix ? [prefix] : []), newStoragePath(payload)].join('/')
    const response = await this.request('PUT', storagePath, payload.buffer)
    await finish(response)
    return { storagePath }
  }

  async read(_partitionCode: string, storagePath: string): Promise<ReadFileResult> {
    const response = await this.request('GET', storagePath)
    const announced = response.headers['content-length']
    const buffer = await collectBytes(response, announced === undefined ? null : Number(announced)).catch(
      (error) => Promise.reject(s3NetworkFailure(error)),
    )
    return { buffer }
  }

  async delete(_partitionCode: string, storagePath: string): Promise<void> {
    try {
      await finish(await this.request('DELETE', storagePath))
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'storage_file_missing') throw error
    }
  }

  async toLocalPath(_partitionCode: string, storagePath: string) {
    const response = await this.request('GET', storagePath)
    const filePath = join(tmpdir(), `attachment-${randomUUID()}`)
    const cleanup = () => rm(filePath, { force: true })
    try {
      await pipeline(response, createWriteStream(filePath, { mode: 0o600 }))
    } catch (error) {
      await cleanup()
      throw s3NetworkFailure(error)
    }
    return { filePath, cleanup }
  }

  private request(method: 'GET' | 'PUT' | 'DELETE', storagePath: string, body?: Buffer) {
    return requestS3(this.ctx, { method, key: storagePathSegments(storagePath).join('/'), body })
  }
}

/** Reads the rest, so that the connection can be used again. */
async function finish(response: IncomingMessage): Promise<void> {
  try {
    for await (const _ of response);
  } catch (error) {
    throw s3NetworkFailure(error)
  }
}
