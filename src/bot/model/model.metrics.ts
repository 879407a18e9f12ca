import { Counter, Histogram } from 'prom-client';
import type { ModelPurpose } from '../../contract/index.js';
import { lazyGauges, metrics } from '../../platform/metrics/index.js';
import type { EndedCall } from './model-calls.service.js';

const calls = new Counter({
  name: 'porchlight_model_calls_total',
  help: 'Calls of the language model by what for and what came of them',
  labelNames: ['purpose', 'outcome'],
  registers: [metrics],
});

const tokens = new Counter({
  name: 'porchlight_model_tokens_total',
  help: 'Tokens of the language model, of prompts and of answers',
  labelNames: ['kind'],
  registers: [metrics],
});

const seconds = new Histogram({
  name: 'porchlight_model_call_seconds',
  help: 'How long calls of the language model took',
  buckets: [0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 120],
  registers: [metrics],
});

/** A call that has ended, or was not made (0 milliseconds). */
export function countCall(
  purpose: ModelPurpose,
  call: Pick<EndedCall, 'outcome' | 'promptTokens' | 'completionTokens' | 'milliseconds'>,
): void {
  calls.inc({ purpose, outcome: call.outcome });
  if (call.milliseconds === 0) return;
  tokens.inc({ kind: 'prompt' }, call.promptTokens);
  tokens.inc({ kind: 'completion' }, call.completionTokens);
  seconds.observe(call.milliseconds / 1_000);
}

/** @param state of this process */
export function showCircuit(state: () => 'flowing' | 'resting' | 'trying'): void {
  lazyGauges({
    help: { porchlight_model_resting: '1 while this process does not ask the language model, as it failed too often' },
    read: async () => [{ values: { porchlight_model_resting: state() === 'flowing' ? 0 : 1 } }],
  });
}
