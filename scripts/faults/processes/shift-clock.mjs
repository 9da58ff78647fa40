// Preloaded into a process whose clock is to be wrong by CLOCK_SHIFT_MS: for everything in it the time is another one.
const RealDate = Date
const shift = Number(process.env.CLOCK_SHIFT_MS)
const shiftedNow = () => RealDate.now() + shift

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [shiftedNow()], newTarget),
  apply: (target) => new target(shiftedNow()).toString(),
  get: (target, key) => (key === 'now' ? shiftedNow : target[key]),
})
RealDate.prototype.constructor = globalThis.Date
