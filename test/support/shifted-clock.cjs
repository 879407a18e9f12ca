// Loaded by `node --require` into one process: its clock is CLOCK_SHIFT_MILLISECONDS off, as far as it can tell.
const shift = Number(process.env.CLOCK_SHIFT_MILLISECONDS);
const RightDate = globalThis.Date;
const now = () => RightDate.now() + shift;

globalThis.Date = new Proxy(RightDate, {
  apply: () => new RightDate(now()).toString(),
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
RightDate.prototype.constructor = globalThis.Date;
