type Upload = {
  url: URL
  /** Bytes of what was handed over. */
  size: number
  wasAborted: boolean
  /** How much has left, 0 to 1. */
  progress: (share: number) => void
  answer: (status: number, body: unknown) => void
  loseConnection: () => void
}

/**
 * From here on the page's uploads go nowhere; a test says how far each is and what the server answers. `act` is what
 * the test's library does around a change from outside.
 */
export function fakeUploads(act: (change: () => void) => void): Upload[] {
  const uploads: Upload[] = []
  class FakeRequest {
    upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = { onprogress: null }
    onload: (() => void) | null = null
    onerror: (() => void) | null = null
    onabort: (() => void) | null = null
    status = 0
    responseText = ''
    #url = ''
    #upload: Upload | null = null

    open(_method: string, url: string) {
      this.#url = url
    }

    setRequestHeader() {}

    send(body: Blob) {
      this.#upload = {
        url: new URL(this.#url, 'http://localhost'),
        size: body.size,
        wasAborted: false,
        progress: (share) =>
          act(() => this.upload.onprogress?.({ loaded: body.size * share, total: body.size })),
        answer: (status, answer) =>
          act(() => {
            this.status = status
            this.responseText = JSON.stringify(answer)
            this.onload?.()
          }),
        loseConnection: () => act(() => this.onerror?.()),
      }
      uploads.push(this.#upload)
    }

    abort() {
      if (this.#upload) this.#upload.wasAborted = true
      this.onabort?.()
    }
  }
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest
  // jsdom makes no addresses for files.
  URL.createObjectURL = () => 'blob:here'
  URL.revokeObjectURL = () => {}
  return uploads
}
