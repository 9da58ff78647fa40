import type { ConformanceSubject } from './subject.ts'

/** One promise that every adapter keeps. Throws an AssertionError where it does not. */
export interface ConformanceCase {
  name: string
  run(subject: ConformanceSubject): Promise<void>
}
