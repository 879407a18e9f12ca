import type { TeamRoutingSettings } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { writeDuration } from '../../../sla/duration.js';
import { useRoutingTexts } from '../texts.js';

/** What the times and teams come to, as steps that one case goes through. */
export function Story({
  settings,
  teamName,
}: {
  settings: TeamRoutingSettings | undefined;
  teamName: (id: string) => string;
}) {
  const { locale, formats } = useLanguage();
  const texts = useRoutingTexts();
  if (!settings) return null;
  const { relaxAfterSeconds: relax, overflowAfterSeconds: overflow, overflowTeamIds } = settings;
  const steps = [
    texts('story.skills'),
    relax === null ? texts('story.noRelax') : texts('story.relax', { time: writeDuration(relax, locale) }),
    ...(overflow !== null && overflowTeamIds.length > 0
      ? [
          texts('story.overflow', {
            time: writeDuration(overflow, locale),
            teams: formats.list(overflowTeamIds.map(teamName)),
          }),
        ]
      : []),
  ];
  return (
    <ol className="routing-story" aria-label={texts('story')}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
