import { WEBS, WORKERS } from '../processes/house.ts'
import {
  type Act,
  bigDelivery,
  boundaryActs,
  disorder,
  dropAnswers,
  dropEverything,
  hangSends,
  ignoreSends,
  killOneOf,
  openCircuit,
  refuse,
  stopDatabase,
} from './acts.ts'
import type { Form } from './form.ts'
import { dieOverDownload, sendPhotos } from './photos.ts'

/**
 * What is done in which order: mixed anew by every seed. What leaves leases behind that only time ends comes in the
 * first half, so that the end does not have to be waited for.
 */
export function programme(form: Form, random: () => number): Act[] {
  const acts: Act[] = []
  for (let round = 0; round < form.rounds; round++) {
    acts.push(
      ...shuffled(random, [
        ...boundaryActs,
        dieOverDownload,
        hangSends,
        dropAnswers,
        dropEverything,
        ignoreSends,
        refuse,
      ]),
      ...shuffled(random, [
        killOneOf(WORKERS),
        killOneOf(WORKERS),
        killOneOf(WEBS),
        sendPhotos,
        disorder,
        stopDatabase('fast'),
        stopDatabase('immediate', WORKERS[round % WORKERS.length]),
      ]),
      // Last, because nothing that needs a send can be brought about on a number that is paused.
      openCircuit,
    )
  }
  for (let big = 0; big < form.bigDeliveries; big++)
    acts.splice(Math.floor(random() * acts.length), 0, bigDelivery)
  return acts
}

function shuffled<Item>(random: () => number, items: Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
