/**
 * Where Meta keeps files. The access token opens the whole account, so it is shown nowhere else, whatever address an
 * answer or a webhook names.
 */
const HOSTS_OF_META = ['fbsbx.com', 'facebook.com', 'fbcdn.net', 'whatsapp.net', 'whatsapp.com']

/** @param graph where Graph is; an operator who put something in its place meant that to be trusted */
export function mayHaveToken(address: string, graph: string): boolean {
  const url = URL.parse(address)
  if (!url || url.username || url.password) return false
  if (url.origin === URL.parse(graph)?.origin) return true
  return (
    url.protocol === 'https:' && url.port === '' && HOSTS_OF_META.some((host) => isOf(url.hostname, host))
  )
}

/**
 * Whether a file may be fetched from there without the token: Meta may keep files at hosts that are not listed here.
 * Whether it is public is seen when it is connected to (`fetch-openly.ts`).
 */
export function isOpenAddress(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
}

function isOf(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`)
}
