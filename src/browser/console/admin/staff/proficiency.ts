/** A proficiency in a word: `basic` below 40, `good` below 70, `strong` below 90, then `expert`. */
export function levelOf(proficiency: number): 'basic' | 'good' | 'strong' | 'expert' {
  if (proficiency < 40) return 'basic';
  if (proficiency < 70) return 'good';
  return proficiency < 90 ? 'strong' : 'expert';
}

/** What a new skill begins with. */
export const USUAL_PROFICIENCY = 80;
export const MOST_SKILLS = 100;
