import { Injectable } from '@nestjs/common';
import type { AssistedTextView, Locale, ModelCallOutcome, RewritingTone } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { DeskError } from '../../platform/errors/index.js';
import type { ChatMessage } from '../model/chat-stream.js';
import { checkFaithful } from '../model/grounding/check-faithful.js';
import { LanguageModel } from '../model/language-model.service.js';
import { rewritingPrompt, summaryPrompt, translationPrompt } from '../model/prompts.js';
import { estimateTokens } from '../model/tokens.js';
import { asLines, type CaseTalk, CaseTalks } from './case-talk.service.js';
import { extract } from './extract.js';

const SUMMARY_TOKENS = 500;

/** The same text in other words: friendlier, in the other language, shorter. What it says stays, or it is thrown away. */
@Injectable()
export class Wordings {
  constructor(
    private readonly talks: CaseTalks,
    private readonly model: LanguageModel,
  ) {}

  /** @throws DeskError `not_found`, `forbidden`; `unavailable` with the reason */
  async rewrite(
    staff: StaffPrincipal,
    number: string,
    given: { conversationId: string; draft: string; tone: RewritingTone },
    signal: AbortSignal,
  ): Promise<AssistedTextView> {
    const talk = await this.talks.of(staff, number, given.conversationId);
    return this.write(staff, talk, 'rewriting', given.draft, (draft) => rewritingPrompt(draft, given.tone), signal);
  }

  /** Of a draft, or of what was said in the thread. @throws as {@link rewrite} */
  async translate(
    staff: StaffPrincipal,
    number: string,
    given: { conversationId: string; draft?: string | undefined; entryId?: string | undefined; to: Locale },
    signal: AbortSignal,
  ): Promise<AssistedTextView> {
    const talk = await this.talks.of(staff, number, given.conversationId);
    const text = given.draft ?? (await this.talks.message(given.conversationId, given.entryId ?? ''));
    const prompt = (words: string) => translationPrompt(words, given.to);
    return this.write(staff, talk, 'translation', text, prompt, signal, given.to);
  }

  /** For a colleague; without a language model put together from what was said. @throws DeskError `not_found`, `forbidden` */
  async sumUp(
    staff: StaffPrincipal,
    number: string,
    conversationId: string,
    signal: AbortSignal,
  ): Promise<AssistedTextView> {
    const talk = await this.talks.of(staff, number, conversationId);
    const extracted: AssistedTextView = { text: extract(talk.talk, staff.locale), generated: false, citations: [] };
    if (talk.talk.length === 0 || !(await this.model.serves('assistance'))) return extracted;
    const lines = asLines(talk.talk, talk.mask);
    const answer = await this.ask(staff, talk, 'summary', lines, summaryPrompt(lines, staff.locale), SUMMARY_TOKENS, {
      signal,
      locale: staff.locale,
    });
    return typeof answer === 'string'
      ? { text: answer, generated: true, citations: [] }
      : { ...extracted, failed: answer.failed };
  }

  private async write(
    staff: StaffPrincipal,
    talk: CaseTalk,
    purpose: 'rewriting' | 'translation',
    text: string,
    prompt: (hidden: string) => ChatMessage[],
    signal: AbortSignal,
    locale?: Locale,
  ): Promise<AssistedTextView> {
    if (!(await this.model.serves('assistance'))) throw refusal('failed');
    const hidden = talk.mask.hide(text);
    const maxTokens = 200 + 2 * estimateTokens(hidden);
    const answer = await this.ask(staff, talk, purpose, hidden, prompt(hidden), maxTokens, { signal, locale });
    if (typeof answer === 'string') return { text: answer, generated: true, citations: [] };
    throw refusal(answer.failed);
  }

  private async ask(
    staff: StaffPrincipal,
    talk: CaseTalk,
    purpose: 'rewriting' | 'translation' | 'summary',
    source: string,
    messages: ChatMessage[],
    maxTokens: number,
    { signal, locale }: { signal: AbortSignal; locale: Locale | undefined },
  ): Promise<string | { failed: ModelCallOutcome }> {
    const answer = await this.model.ask({
      purpose,
      messages,
      maxTokens,
      judge: (made) => checkFaithful(made, source, locale),
      signal,
      conversationId: talk.conversationId,
      ticketId: talk.ticket.id,
      staffId: staff.staffId,
    });
    return answer.ok ? talk.mask.show(answer.text.trim()) : { failed: answer.failure.outcome };
  }
}

const REASONS: Partial<Record<ModelCallOutcome, Record<Locale, string>>> = {
  timed_out: {
    'zh-CN': 'AI 没有及时给出结果，请稍后再试。',
    en: 'The language model took too long. Try again shortly.',
  },
  unfounded: {
    'zh-CN': 'AI 改动了数字、链接或意思，结果已丢弃。可以再试一次，或自己修改。',
    en: 'What the language model wrote changed figures, links or the language, and was thrown away. Try again, or edit by hand.',
  },
  over_budget: {
    'zh-CN': 'AI 用量已达上限，稍后会自动恢复；管理员可在“机器人设置”里调整。',
    en: 'The budget of the language model is used up for now. Administrators can raise it.',
  },
};

function refusal(outcome: ModelCallOutcome): DeskError {
  const detail = REASONS[outcome] ?? {
    'zh-CN': 'AI 暂时不可用，您写的内容没有变。请稍后再试。',
    en: 'The language model is not available at the moment. Your text has not changed; try again shortly.',
  };
  return new DeskError('unavailable', { detail });
}
