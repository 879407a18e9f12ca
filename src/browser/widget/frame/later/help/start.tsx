import type { State } from '../../state/store.js';
import { AllCases } from '../cases/all-cases.js';
import { Popular } from './popular.js';

/** What the first screen shows once this part has been fetched. */
export function Start({ state }: { state: State }) {
  return (
    <>
      <AllCases state={state} />
      <Popular state={state} />
    </>
  );
}
