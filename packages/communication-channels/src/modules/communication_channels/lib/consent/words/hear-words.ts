import type { Db } from '../../db.ts'
import type { MessageRow } from '../../ingest/message-row.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentRules } from '../consent-rules.ts'
import { readConsentRules } from '../read-rules.ts'
import type { Heard } from './heard.ts'
import { type Utterance, utterancesIn } from './utterance.ts'
import { type Said, whatItSays } from './what-it-says.ts'
import { loadWordFacts } from './word-facts.ts'
import { type Word, wordReader } from './word-meaning.ts'

/** One of an organisation's own words. */
interface Spoken extends Utterance {
  word: Word
}

/**
 * What customers say about being written to in messages that have just come in. The rules of an organisation are read once,
 * and only where somebody wrote no more than a word could be.
 *
 * @param rows what they say now: nothing of what was said before the channel was connected
 */
export async function hearWords(db: Db, rows: MessageRow[]): Promise<Heard[]> {
  const heard: Heard[] = []
  for (const own of Map.groupBy(utterancesIn(rows), organizationOf).values()) {
    for (const { notice, ...utterance } of own)
      if (notice) heard.push(heardIn({ ...utterance, notice }, notice, 'platform', null))
    const short = own.filter(({ notice }) => !notice)
    if (short.length > 0) heard.push(...(await hearShort(db, scopeOf(short[0]!.row), short)))
  }
  return heard
}

async function hearShort(db: Db, scope: Scope, utterances: Utterance[]): Promise<Heard[]> {
  const rules = await readConsentRules(db, scope)
  const read = wordReader(rules)
  const spoken = utterances.flatMap((utterance): Spoken[] => {
    const word = read(utterance.text ?? '')
    const meaning = utterance.tapped ?? word?.meaning
    return meaning ? [{ ...utterance, word: { meaning, language: word?.language ?? null } }] : []
  })
  return [...hearStops(rules, spoken), ...(await hearOthers(db, rules, spoken))]
}

const NO_MATTER = { isAnswer: false, isWithoutUtility: false }

/** Who wants to be left alone is, whatever was before. */
function hearStops(rules: ConsentRules, spoken: Spoken[]): Heard[] {
  return spoken
    .filter(({ word }) => word.meaning === 'stop')
    .flatMap((one) => heardWord(one, whatItSays('stop', rules, NO_MATTER)))
}

async function hearOthers(db: Db, rules: ConsentRules, spoken: Spoken[]): Promise<Heard[]> {
  const others = spoken.filter(({ word }) => word.meaning !== 'stop')
  const moments = others.map(({ row: { contactId, message } }) => ({
    contactId,
    channelType: message.channel.channelType,
    at: message.event.sentAt,
    channelId: message.channel.id,
    replyToExternalId: message.event.replyToExternalId,
  }))
  const facts = await loadWordFacts(db, moments)
  return others.flatMap((one, nth) => {
    const { isAnswer, isWithoutUtility } = facts[nth]!
    // What was edited may have been written before the question, or to something else: nobody agrees by that.
    const isEdit = one.row.message.event.content.type === 'edit'
    return heardWord(
      one,
      whatItSays(one.word.meaning, rules, { isAnswer: isAnswer && !isEdit, isWithoutUtility }),
    )
  })
}

function heardWord(spoken: Spoken, said: Said[]): Heard[] {
  return said.map((one) => heardIn(spoken, one, 'message', spoken.word.language))
}

function heardIn(
  { row, text }: Utterance,
  { purpose, kind, isConfirmed }: Said,
  source: 'message' | 'platform',
  language: string | null,
): Heard {
  const { channel, event } = row.message
  return {
    scope: scopeOf(row),
    conversationId: row.conversationId,
    consent: {
      ...{ purpose, kind, source, language },
      sourceKey: `message:${channel.id}:${event.externalMessageId}`,
      occurredAt: event.sentAt,
      confirmedAt: isConfirmed ? event.sentAt : null,
      expiresAt: null,
      identityId: row.identityId,
      channelType: channel.channelType,
      actorUserId: null,
      textVersion: null,
      words: { text, evidence: { messageId: row.id } },
    },
  }
}

function scopeOf({ message: { channel } }: MessageRow): Scope {
  return { tenantId: channel.tenantId, organizationId: channel.organizationId }
}

function organizationOf({ row }: Utterance): string {
  return row.message.channel.organizationId
}
