/**
 * Words that ask for a person. Asking is enough: whoever writes one of these is handed over without another question.
 * Linear patterns on at most `EXAMINED` characters.
 */
const ASKS = [
  /转\s*人工|人工\s*(客服|服务|座席)|(找|要|叫|换|接|有没有|有)\s*(个|一个|一下)?\s*(人工|真人|活人|客服人员)|^\s*(人工|真人|客服)\s*[!！。.?？]*\s*$/,
  /\b(human|real person|live agent|live chat|representative|speak (to|with) (someone|somebody|a person|an agent)|talk (to|with) (someone|somebody|a person|an agent)|customer service agent)\b/i,
];
const EXAMINED = 200;

export function wantsPerson(body: string): boolean {
  const text = body.normalize('NFKC').slice(0, EXAMINED);
  return ASKS.some((pattern) => pattern.test(text));
}
