import { API } from './batchDesk.ts'
import type { Client, Shop } from './shop.ts'

/** A list of people who agreed elsewhere. Columns that a row leaves out are empty. */
export function csvOf(rows: Record<string, string>[], delimiter = ','): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (text = '') => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(cell).join(delimiter))
    .join('\n')
}

/** Numbers that nobody has, in a range of their own. */
export const phoneNumber = (nth: number) => `+48 601 ${String(500_000 + nth)}`

export const agreed = (phone: string, change: Record<string, string> = {}) => ({
  phone,
  purpose: 'marketing',
  agreed_at: '2026-05-03T10:00:00Z',
  text: 'Yes, write to me about offers.',
  source_document: 'form-2026-05.pdf',
  ...change,
})

export type ImportDesk = ReturnType<typeof openImportDesk>

/** Somebody who imports lists. */
export function openImportDesk(shop: Shop, client: Client = shop.acme.admin) {
  const upload = (file: string | Buffer, fields: Record<string, string> = {}, name = 'people.csv') =>
    client('post', `${API}/consents/imports`).attach('file', Buffer.from(file), name).field(fields)
  const importOf = async (id: string) =>
    (await client('get', `${API}/consents/imports/${id}`).expect(200)).body.import
  const steer = (id: string, act: 'start' | 'cancel') =>
    client('post', `${API}/consents/imports/${id}/${act}`)
  const checked = async (file: string | Buffer, fields?: Record<string, string>) => {
    const { body } = await upload(file, fields).expect(202)
    await shop.drain()
    return importOf(body.import.id)
  }
  return {
    upload,
    importOf,
    steer,
    /** Handed in, and checked. */
    checked,
    /** Handed in, checked and recorded. */
    async imported(file: string | Buffer, fields?: Record<string, string>) {
      const { id } = await checked(file, fields)
      await steer(id, 'start').expect(200)
      await shop.drain()
      return importOf(id)
    },
    rows: async (id: string, query = '') =>
      (await client('get', `${API}/consents/imports/${id}/rows${query}`).expect(200)).body,
    /** Staff note that somebody wants no offers any more; under the same key once. */
    async optOut(phone: string, occurredAt: string, key: string): Promise<void> {
      const said = { change: 'opt_out', purposes: ['marketing'], source: 'staff', evidence: {} }
      await client('post', `${API}/consents`)
        .set('idempotency-key', `${key}:${phone}`)
        .send({ phone, occurredAt, ...said })
        .expect(201)
    },
    consents: async (query = '') => (await client('get', `${API}/consents${query}`).expect(200)).body,
    /** A download's text, without the mark in front. */
    file: async (path: string) =>
      (await client('get', `${API}/consents/${path}`).expect(200)).text.replace(/^\uFEFF/, ''),
  }
}
