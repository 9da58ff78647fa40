/** How long and how hard. */
export interface Form {
  people: number
  /** At least so many each way; both go on until everything has been done to the product. */
  questions: number
  questionsPerSecond: number
  answers: number
  answersPerSecond: number
  batch: number
  /** How often each boundary, and everything else that is done, comes. */
  rounds: number
  bigDeliveries: number
  restWithinMs: number
}

export const SHORT: Form = {
  people: 90,
  questions: 500,
  questionsPerSecond: 8,
  answers: 400,
  answersPerSecond: 8,
  batch: 60,
  rounds: 1,
  bigDeliveries: 1,
  restWithinMs: 90_000,
}

export const LONG: Form = {
  people: 1_200,
  questions: 10_000,
  questionsPerSecond: 20,
  answers: 10_000,
  answersPerSecond: 25,
  batch: 600,
  rounds: 4,
  bigDeliveries: 3,
  restWithinMs: 240_000,
}
