type Navigate = (href: string) => void

/**
 * Pages are plain React with plain `<a href>`, so that they also run under another host's router. Clicks on
 * links into this application become client-side navigations here; everything else stays the browser's.
 */
export function takeOverAnchors(navigate: Navigate): () => void {
  const onClick = (event: MouseEvent) => {
    const anchor = (event.target as Element | null)?.closest('a')
    if (!anchor || event.defaultPrevented || !isPlainClick(event) || !leadsInside(anchor)) return
    event.preventDefault()
    navigate(anchor.pathname + anchor.search + anchor.hash)
  }
  document.addEventListener('click', onClick)
  return () => document.removeEventListener('click', onClick)
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

function leadsInside(anchor: HTMLAnchorElement): boolean {
  if (anchor.origin !== window.location.origin || anchor.target || anchor.hasAttribute('download'))
    return false
  const isJumpOnThisPage = anchor.getAttribute('href')?.startsWith('#')
  return !isJumpOnThisPage && /^\/(backend(\/|$)|login$|$)/.test(anchor.pathname)
}
