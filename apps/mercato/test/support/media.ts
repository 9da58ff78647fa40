import { type SampleName, sampleFile } from '@open-mercato/whatsapp-simulator'
import type { Shop } from './shop.ts'

/** Stands for the id of an upload of that sample; `withRealMedia` puts the real one there. */
export const sampleId = (name: SampleName) => `upload:${name}`

/** A copy of a content whose sample ids are of files that Acme's first number has uploaded. */
export async function withRealMedia<Content>(shop: Shop, content: Content): Promise<Content> {
  let text = JSON.stringify(content)
  for (const [standIn, name] of text.matchAll(/upload:(\w+)/g))
    text = text.replace(standIn, await upload(shop, name as SampleName))
  return JSON.parse(text)
}

/** Uploads a sample as Acme's first number and returns Meta's id of it. */
async function upload(shop: Shop, name: SampleName): Promise<string> {
  const { bytes, mimeType, fileName } = sampleFile(name)
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('file', new Blob([bytes], { type: mimeType }), fileName)
  const { numbers, accessToken } = shop.acme.account
  const response = await fetch(`${shop.simulatorUrl}/v26.0/${numbers[0]!.id}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    body: form,
  })
  return ((await response.json()) as { id: string }).id
}
