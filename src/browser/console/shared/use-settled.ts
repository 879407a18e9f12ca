import { useEffect, useState } from 'react';

const PAUSE = 400;

/** What stands still for a moment: for what is asked of the server while somebody types. @param value a primitive */
export function useSettled<Value extends string | number>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
