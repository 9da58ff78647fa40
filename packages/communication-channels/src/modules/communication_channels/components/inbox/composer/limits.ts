/** The hub's bound for a text; a provider may refuse less. */
export const textLimit = 4096

/**
 * How long each part of a message may be, in characters, and how many parts there may be. These are the narrowest among
 * the channels we know, so that what a form lets pass goes out everywhere.
 */
export const limits = {
  header: 60,
  footer: 60,
  buttonsBody: 1024,
  listBody: 4096,
  buttons: 3,
  buttonTitle: 20,
  listLabel: 20,
  sections: 10,
  sectionTitle: 24,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  place: 1024,
  degrees: 200,
  contactName: 1024,
  company: 1024,
  phone: 64,
  phones: 20,
  email: 254,
  caption: 1024,
  link: 2048,
  /** In bytes; the hub's own bound, told without asking it. */
  fileBytes: 100 * 1024 * 1024,
} as const
