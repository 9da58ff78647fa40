/** Neither may the token be shown there, nor is it an address of the public internet. */
export class AddressUntrusted extends Error {
  override readonly name = 'AddressUntrusted'
}

/** The server's own refusal. */
export class BytesRefused extends Error {
  override readonly name = 'BytesRefused'
  readonly httpStatus: number
  /** Whether the token was shown; without it a refusal says less. */
  readonly hadToken: boolean
  constructor(httpStatus: number, hadToken: boolean) {
    super(`The file’s address answered ${httpStatus}.`)
    this.httpStatus = httpStatus
    this.hadToken = hadToken
  }
}

export class BytesTooMany extends Error {
  override readonly name = 'BytesTooMany'
}

/** The connection broke, stood still, or ended before all was there. */
export class BytesInterrupted extends Error {
  override readonly name = 'BytesInterrupted'
}
