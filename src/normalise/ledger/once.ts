/** A function of something that never changes, worked out once for each. */
export function once<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const done = known.get(of) ?? { result: work(of) };
    known.set(of, done);
    return done.result;
  };
}
