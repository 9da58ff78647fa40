const home = '/backend'

/** Where `?redirect=` leads, if it is a page of this application; a link must not send people elsewhere. */
export function redirectTarget(search: string): string {
  const wished = new URLSearchParams(search).get('redirect')
  if (!wished?.startsWith('/')) return home
  const { origin, pathname, search: query } = new URL(wished, 'https://here.invalid')
  const isOurs = origin === 'https://here.invalid' && (pathname === home || pathname.startsWith(`${home}/`))
  return isOurs ? pathname + query : home
}
