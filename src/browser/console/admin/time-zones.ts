/** Every zone that the browser knows, to choose from. */
export const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));
