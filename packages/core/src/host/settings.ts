/** What a host must be told. Modules see it as the DI name `settings`, without the two secrets. */
export interface HostSettings {
  databaseUrl: string
  /** 32 bytes in base64. Wraps the tenants' data keys. */
  masterKey: string
  /** Where browsers and Meta reach the host, without a slash at the end. */
  publicUrl: string
  /** How many reverse proxies of our own stand before the host. */
  trustProxy: number
  dataDir: string
  production: boolean
}

export type VisibleSettings = Omit<HostSettings, 'databaseUrl' | 'masterKey'>

export function visibleSettings(settings: HostSettings): VisibleSettings {
  const { databaseUrl: _url, masterKey: _key, ...visible } = settings
  return visible
}
