/** What test sends name in place of files; `fillIn` of `uploads.ts` puts real ones there where a simulator looks. */
export const STAND_INS = {
  photo: '1000000001',
  video: '1000000002',
  voice: '1000000003',
  document: '1000000004',
  sticker: '1000000005',
} as const

/** Where the simulator finds its samples without asking any network. */
export const SAMPLE_LINKS = 'https://samples.example'
