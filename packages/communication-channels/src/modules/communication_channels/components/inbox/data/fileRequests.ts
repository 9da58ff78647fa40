import type { CheckedFile, FileView } from '../model/file.ts'
import { post, request } from './request.ts'

/** Fetching somebody's file, or converting a film, takes its time; the server gives up before this. */
const patience = 180_000

export function convertFile(id: string, as: string, channelId: string): Promise<CheckedFile> {
  return post(`/files/${encodeURIComponent(id)}/convert`, { as, channelId }, {}, { patience })
}

export function fileFromLink(link: string, channelId: string, signal: AbortSignal): Promise<CheckedFile> {
  return post('/files/from-link', { link, channelId }, {}, { patience, signal })
}

/** Asks for a file once more that could not be had. */
export async function retryFile(id: string): Promise<FileView> {
  return (await post<{ file: FileView }>(`/files/${encodeURIComponent(id)}/retry`, {})).file
}

/** Lets go of files that no message will carry. What stays behind is nobody's concern here: the server tidies up. */
export function dropFiles(ids: string[]): void {
  for (const id of ids) request(`/files/${encodeURIComponent(id)}`, { method: 'DELETE' }).catch(() => {})
}
