/**
 * Text as a file, read and sent piece by piece, so that one of any length is never in memory as a whole.
 *
 * @param pieces asked for one after the other while somebody reads
 */
export function download(fileName: string, contentType: string, pieces: AsyncGenerator<string>): Response {
  const bytes = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    // Whoever waits for the next piece asks for it once: an empty one would be the last that they hear of.
    async pull(stream) {
      for (;;) {
        const { value, done } = await pieces.next()
        if (done) return stream.close()
        if (value !== '') return stream.enqueue(bytes.encode(value))
      }
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
}
