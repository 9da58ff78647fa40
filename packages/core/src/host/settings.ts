import type { S3Settings } from '../modules/attachments/lib/drivers/s3-request.ts'

/** What a host must be told. Modules see it as the DI name `settings`, without what holds secrets. */
export interface HostSettings {
  databaseUrl: string
  /** 32 bytes in base64. Wraps the tenants' data keys. */
  masterKey: string
  /** Where browsers and Meta reach the host, without a slash at the end. */
  publicUrl: string
  /** How many reverse proxies of our own stand before the host. */
  trustProxy: number
  dataDir: string
  /** Unset: attached files are kept in `dataDir`. */
  attachmentsS3?: S3Settings
  production: boolean
}

export type VisibleSettings = Omit<HostSettings, 'databaseUrl' | 'masterKey' | 'attachmentsS3'>

export function visibleSettings(settings: HostSettings): VisibleSettings {
  const { databaseUrl: _url, masterKey: _key, attachmentsS3: _s3, ...visible } = settings
  return visible
}
