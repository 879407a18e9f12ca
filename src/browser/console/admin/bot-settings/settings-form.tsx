import type { BotSettings } from '../../../../contract/index.js';
import { CostPart } from './cost-part.js';
import { GreetingsPart } from './greetings-part.js';
import { ModelPart } from './model-part.js';
import { StraightPart } from './straight-part.js';
import { ThresholdsPart } from './thresholds-part.js';
import { useFaults } from './use-faults.js';
import { WordsPart } from './words-part.js';

/** Everything about the bot that one decides. @param model the name of the one that is connected */
export function SettingsForm({
  draft,
  model,
  tried,
  refused,
  onChange,
}: {
  draft: BotSettings;
  model: string | undefined;
  tried: boolean;
  refused: string[];
  onChange: (change: Partial<BotSettings>) => void;
}) {
  const part = { draft, onChange, errorOf: useFaults(draft, tried, refused) };
  return (
    <>
      <ThresholdsPart {...part} />
      <WordsPart {...part} />
      <StraightPart {...part} />
      <GreetingsPart {...part} />
      <ModelPart {...part} name={model} />
      <CostPart {...part} />
    </>
  );
}
