import fc from 'fast-check';

/** The same code has the same cases at every run; `npm run test:deep` looks for new ones. */
if (!process.env.DEEP_RUNS) fc.configureGlobal({ seed: 20_261_121 });
