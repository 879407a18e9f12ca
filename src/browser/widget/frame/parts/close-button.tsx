import { useDesk } from '../state/context.js';
import { CloseIconButton } from './close-icon-button.js';

/** Asks the host page to close the panel; not there where the panel is a page of its own. */
export function CloseButton() {
  const { host } = useDesk();
  return host.isEmbedded ? <CloseIconButton onClick={() => host.send({ type: 'close' })} /> : null;
}
