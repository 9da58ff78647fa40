import { useEffect, useState } from 'react'

const everyMs = 80
const shown = 32

/** How loud the last seconds were, 0 to 1 each, newest last; all zero where the browser cannot tell. */
export function useLevels(stream: MediaStream, isPaused: boolean): number[] {
  const [levels, setLevels] = useState<number[]>(() => new Array(shown).fill(0))
  useEffect(() => {
    if (isPaused || typeof AudioContext === 'undefined') return
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 512
    context.createMediaStreamSource(stream).connect(analyser)
    const samples = new Uint8Array(analyser.fftSize)
    const timer = window.setInterval(() => {
      analyser.getByteTimeDomainData(samples)
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0)
      setLevels((before) => [...before.slice(1), Math.min(1, loudest / 90)])
    }, everyMs)
    return () => {
      window.clearInterval(timer)
      void context.close()
    }
  }, [stream, isPaused])
  return levels
}
