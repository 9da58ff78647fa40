/** For whoever checks an exported ledger without this program, with whatever else they have. */
export const HOW_TO_RECOMPUTE = [
  'Write "entry" down as canonical JSON (RFC 8785: members sorted by name, no spaces, UTF-8). Its SHA-256 in hex is "hash".',
  'Each "previousHash" is the "hash" of the entry whose "seq" is one less; that of entry 1 is 64 zeros.',
  'The entry whose "seq" is that of "head" has the hash of "head", and no entry comes after it.',
  'Write {"evidence": …, "text": …} of "words" down as canonical JSON and put its "salt" before it. The SHA-256 in hex of that is "wordsHash".',
  'Where "isErased" is true, "words" were erased on request. Without their salt nothing can be found out of "wordsHash" any more, and the chain holds all the same.',
  'Where "isErased" is false and "words" are null, they are gone or cannot be opened, and this installation did not erase them.',
  'Where "entry" is null it belongs to another organisation of the same ledger: it is in the chain by its hash alone.',
  'Two exports of different days show the same entries with the same hashes as far as the older one goes.',
]
