/** Why nothing can be recorded. `insecure`: browsers open the microphone to https and localhost only. */
export type Refusal = 'unsupported' | 'insecure' | 'denied' | 'missing' | 'busy' | 'failed'

export const refusals: Record<string, Refusal> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** Plenty for a voice; a quarter of an hour stays below four megabytes. */
const bitsPerSecond = 32_000

// Voice notes are ogg with opus on the customer's phone, so what needs least conversion comes first.
const formats: [type: string, ending: string][] = [
  ['audio/ogg;codecs=opus', 'ogg'],
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
]

function format(): [type: string, ending: string] | undefined {
  return formats.find(([type]) => MediaRecorder.isTypeSupported(type))
}

/** Null where this browser can record. */
export function whyNot(): Refusal | null {
  if (!window.isSecureContext) return 'insecure'
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return 'unsupported'
  return format() ? null : 'unsupported'
}

export type Recording = {
  stream: MediaStream
  pause: () => void
  resume: () => void
  /** Milliseconds recorded so far, pauses left out. */
  elapsed: () => number
  /** Ends it and lets go of the microphone. */
  finish: () => Promise<File>
  discard: () => void
}

/** Opens the microphone, for which the browser asks, and records until told. Throws what the browser throws. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
  })
  const [mimeType, ending] = format() ?? ['', '']
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  const recorder = recorderOf(stream, mimeType, letGo)
  const parts: Blob[] = []
  let before = 0
  let since: number | null = performance.now()
  const hold = () => {
    if (since !== null) before += performance.now() - since
    since = null
  }
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.start()
  return {
    stream,
    pause() {
      hold()
      if (recorder.state === 'recording') recorder.pause()
    },
    resume() {
      since = performance.now()
      if (recorder.state === 'paused') recorder.resume()
    },
    elapsed: () => before + (since === null ? 0 : performance.now() - since),
    finish: () =>
      new Promise((resolve) => {
        hold()
        const hand = () => {
          letGo()
          const type = mimeType.split(';', 1)[0] ?? ''
          resolve(new File(parts, `voice.${ending}`, { type }))
        }
        // A microphone that was pulled out has ended it already.
        if (recorder.state === 'inactive') return hand()
        recorder.onstop = hand
        recorder.stop()
      }),
    discard() {
      recorder.onstop = null
      if (recorder.state !== 'inactive') recorder.stop()
      letGo()
    },
  }
}

/** A browser that cannot after all must not keep the microphone open. */
function recorderOf(stream: MediaStream, mimeType: string, letGo: () => void): MediaRecorder {
  try {
    return new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
  } catch (error) {
    letGo()
    throw error
  }
}
