import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { samplePdf } from './sample-pdf.ts'

export type SampleFile = { bytes: Buffer<ArrayBuffer>; mimeType: string; fileName: string }

const samples = {
  photo: { fileName: 'photo.jpg', mimeType: 'image/jpeg' },
  video: { fileName: 'video.mp4', mimeType: 'video/mp4' },
  voice: { fileName: 'voice.ogg', mimeType: 'audio/ogg; codecs=opus' },
  audio: { fileName: 'audio.m4a', mimeType: 'audio/mp4' },
  document: { fileName: 'invoice.pdf', mimeType: 'application/pdf' },
  sticker: { fileName: 'sticker.webp', mimeType: 'image/webp' },
  animated_sticker: { fileName: 'animated-sticker.webp', mimeType: 'image/webp' },
} as const

export type SampleName = keyof typeof samples

export const sampleNames = Object.keys(samples) as SampleName[]

// The same place beside `src/samples` and beside `dist/samples`; the package brings its sources along.
const FOLDER = new URL('../../src/samples/', import.meta.url)

/**
 * A small real file of a kind: a photo of 1280×960, three seconds of video, four of voice, a page, a sticker.
 *
 * @example
 * const { bytes, mimeType } = sampleFile('sticker')
 */
export function sampleFile(name: SampleName): SampleFile {
  const { fileName, mimeType } = samples[name]
  const bytes = name === 'document' ? samplePdf() : readFileSync(fileURLToPath(new URL(fileName, FOLDER)))
  return { bytes, mimeType, fileName }
}
