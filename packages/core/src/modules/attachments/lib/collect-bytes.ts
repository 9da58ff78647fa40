/**
 * All bytes of a stream. With the length known they are written once into their place; without it a second
 * copy is needed for a moment. Throws when the stream is longer or shorter than announced.
 */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array>,
  length: number | null,
): Promise<Buffer> {
  if (length === null) {
    const chunks: Uint8Array[] = []
    for await (const chunk of stream) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  const bytes = Buffer.allocUnsafeSlow(length)
  let filled = 0
  for await (const chunk of stream) {
    if (filled + chunk.byteLength > length) throw new Error('There are more bytes than announced.')
    bytes.set(chunk, filled)
    filled += chunk.byteLength
  }
  if (filled !== length) throw new Error('There are fewer bytes than announced.')
  return bytes
}
