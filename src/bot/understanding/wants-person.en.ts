/** Asking for a person in English. Each pattern is tried on one clause, and is linear: what it skips is bounded. */

const KIND = '(?:real|live|actual|human|proper|single|living|qualified|nice|support|service|senior|chat|customer)';
const PERSON =
  '(?:humans?|persons?|people|someone|somebody|agents?|reps?|representatives?|operators?|advis[oe]rs?|supervisors?|specialists?|executives?|experts?|boss|staff(?: member)?|team|colleagues?|customer (?:service|support|care)|support|help ?desk|human being|member of (?:your )?(?:staff|team))';
const DETERMINER = '(?:an?|any|some|the|your|one of your|another|somebody|someone|from|in|on|of)';
/** My agent takes a commission; human hair is a category. */
const OTHER_WORDS =
  '(?!\\x27s| else\\x27s| (?:limit|error|hair|rights?|resources?|category|name|id|fees?|commission|accounts?|face|role|permissions?|hours|phone|score|rating|email|office|in the (?:video|picture)|for my shop))';
const COURTESY =
  '(?:please|pls|plz|now|asap|thanks?|thank you|here|there|assistance|help|support|needed|required|hi|hello|hey|ok|okay|just|not helpful|immediately|today|right|i said|already)';

const ASKS: readonly RegExp[] = [
  // talk to a person, connect me with your team
  new RegExp(
    `\\b(?:talk|speak|chat|deal|connect(?:ed)?|connecting|transfer(?:red)?|switch|hand(?:ed)?|pass|put|forward|redirect|route|escalate|refer)\\b(?!.{0,12}\\b(?:money|funds|ownership|shop|balance)\\b)[^,]{0,18}?\\b(?:to|with|through|over to)\\b (?!my\\b)(?:${DETERMINER} ){0,3}(?:${KIND} ){0,2}(?:${PERSON}|manager)\\b${OTHER_WORDS}`,
  ),
  // i want a human, get me someone
  new RegExp(
    `\\b(?:want|need|get|give|prefer|like|request|require|send|assign|bring|find|see)\\b(?: me| us| to see)? (?:${DETERMINER} ){0,2}(?:${KIND} ){0,2}(?:humans?|person|agent|representative|rep|operator|supervisor|advisor|human being|(?:someone|somebody)(?= to| who|$| please| now| else)|your manager|the manager|manager(?= now| please|$))\\b${OTHER_WORDS}(?! (?:to|who) (?:stop|delete|report))`,
  ),
  /\b(?:need|want|get|like|require)\b (?:some )?(?:human|real|live|personal) (?:help|assistance|support|agent|service|person|contact)\b/,
  new RegExp(
    `\\b(?:support|help|answers?|reply|handled|answered|done|looked at|dealt with|reviewed|checked) (?:from|by) (?:an? )?(?:${KIND} )*(?:human|person|agent)\\b`,
  ),
  // human; agent please
  new RegExp(
    `^(?:(?:${COURTESY}|an?|the|any|no|${KIND}|i want|only)[ ]?){0,5}(?:human(?: being)?s?|agent|person|representative|rep|operator|supervisor|customer (?:service|support|care)(?: agent)?|live (?:chat|agent|person|support)|real (?:person|human|agent|support|people))(?: (?:${COURTESY})){0,4}$`,
  ),
  /^(?:where(?:'?s| is) (?:the |your )?)(?:human|live|real)/,
  // is anybody there
  /\b(?:anyone|anybody|somebody|someone)(?: actually| really| even)?(?: alive| out| real)? (?:there|alive|around|home|listening)\b|^(?:is )?(?:there )?(?:anyone|anybody) (?:here|available|at all)\b/,
  /\b(?:is|are) there (?:an? |any )?(?:(?:real|live|actual|human) )*(?:human|person|people|agent|live chat)s?\b(?! limit)/,
  /\bany (?:real |actual |live )?(?:person|human|people|agent)s? (?:here|there|available|around)\b/,
  // a human, whatever stands before, unless it is human hair
  /\bhumans?\b(?!-| (?:made|moderation|moderators?|curated|generated|written|readable|error|hair|rights?|resources?|face|faces|body|bodies|model|models|voice|voices|review|reviews|translation|trafficking|organs?|milk|grade))/,
  /\b(?:real|live|actual|living|breathing) (?:person|people|agents?|support|rep|reps|representative|operator|staff|someone|somebody)\b(?! (?:verification|photos?|earnings|category|for|stream|comments?))/,
  /\b(?:someone|somebody|anyone|anybody|person|people)\b (?:in charge(?! of (?:the|my) shop)|real|actual|competent|responsible|senior|who (?:understands?|can|knows?|actually|is able)|from (?:support|your|the (?:team|support))|on your (?:side|team|end)|at (?:your|the) (?:company|platform|desk)|with (?:authority|a brain))/,
  /\b(?:connect|transfer|escalate) (?:me|us|this|it|my (?:case|chat|ticket|issue|conversation)|the (?:chat|conversation|case))\b|\b(?:hand|send|pass|forward|give) (?:me|this|it|my (?:case|chat|ticket|issue))\b[^,]{0,12}\bto (?:your|the|a|some)?\s?(?:human|person|someone|somebody|support|team|agent|staff|colleague|manager|supervisor)/,
  /\b(?:get|put|bring)(?: me)? (?:a|any|some|another|one) (?:real )?(?:person|human|agent)\b|\b(?:get|bring|put) (?:someone|somebody) (?:on|in|here|else|who|to)\b/,
  /\bwho (?:do|can|should) i (?:speak|talk|chat) (?:to|with)\b/,
  /\b(?:this|the|your|ur) (?:stupid |useless |dumb |automated |damn )?(?:bot|robot|chatbot|automated \w{2,12}|machine|auto ?reply|ai)\b (?:keeps?|does|doesn'?t|isn'?t|can'?t|cannot|is|just|never|won'?t|has no|makes)/,
  /\b(?:specialist|someone|somebody|agent|person|colleague|manager|supervisor|team|staff)\b (?:please )?(?:get|be) in touch\b|\b(?:have|let|ask|get|make|tell) (?:your|a|the) (?:manager|supervisor|boss|team|staff|agent|colleague)s? (?:to )?(?:call|contact|ring|phone|reply|help|come)\b|\b(?:reach out to|get in touch with|get back to) (?:me|us)\b|\btake over (?:this|the|my) (?:chat|case|conversation)\b/,
  /\b(?:member|part) of (?:the|your) (?:team|staff)\b|\byour (?:support )?(?:team|staff|colleagues?)\b[^,]{0,10}\b(?:to|can|could|should|please)\b/,
  /^(?:(?:agent|human|person|rep|operator|representative|customer|support|please)\s?){1,6}$(?<!^support|^customer|^please)/,
  /\bhave an? (?:agent|rep|representative|person)\b/,
  // asked for, talked to, somebody: in this order, or somebody first
  new RegExp(
    `\\b(?:want|need|like|appreciate|rather|prefer|can|could|may|let|get|give|how|where|chance|possible|able|please|why|request|wish|hoping|trying|have)\\b[^,]{0,24}\\b(?:talk|speak|chat|word|talking|speaking|chatting|pass|connect|connecting|put|involve|involved|escalate|transfer)\\b(?!.{0,12}\\b(?:money|funds|ownership|shop|balance)\\b)[^,]{0,24}\\b(?<!\\bmy )(?:${PERSON}|manager)\\b${OTHER_WORDS}`,
  ),
  /\b(?:can|could|is|would|will|have|let|want|need|please)\b[^,]{0,8}\b(?:someone|somebody|anyone|a person|an agent|a human|one of you)\b[^,]{0,10}\b(?:take|assist|help|handle|explain|guide|teach|answer|personally|talk|speak|chat|look|deal|step in)\b/,
  /\b(?:someone|somebody|a person|an agent|people) (?:that )?i can (?:talk|speak|chat|call)\b/,
  /^(?:please )?(?:talk|speak|chat) (?:to|with) (?:support|staff|people|team)/,
  /\b(?:request|want|need|like)\b[^,]{0,6}\b(?:a )?call ?back\b/,
  /\b(?:get|hop|jump|go) on a (?:call|phone)\b|\b(?:be )?contacted by\b|\b(?:get|let|take) me (?:out of|away from|past) (?:this|the) (?:bot|robot|chatbot|machine)/,
  /\byour boss\b|^(?:manager|supervisor|boss)(?: please| pls| now)?$|^(?:transfer|escalate)(?: please| pls| now)?$/,
  /\b(?:arrange|ask|tell|get|allow)\b[^,]{0,12}\b(?:specialist|agent|someone|somebody|colleague|representative|expert|person|supervisor)\b[^,]{0,6}\bto (?:contact|call|help|talk|speak|reply|message|write)/,
  /\bwhy (?:am|do|must|should) i (?:have to )?(?:talking|talk|speaking|speak|chatting|chat) (?:to|with) (?:an? |this )?(?:bot|robot|machine|chatbot|ai)/,
  new RegExp(
    `\\b(?:get|give|send|find|bring) me (?:an? |the |your |some )?(?:${KIND} ){0,2}(?:${PERSON})\\b${OTHER_WORDS}`,
  ),
  new RegExp(
    `\\b(?:beg|begging|ask|asking|wait|waiting|looking|look|search|searching) for (?:an? |the |your |some )?(?:${KIND} ){0,2}(?:humans?|persons?|people|agents?|reps?|representatives?|operators?|supervisors?|someone|somebody)\\b(?!'s)`,
  ),
  // no bots
  /\b(?:no|stop|without)(?: more| with| the| this| that| these| sending| using)* (?:bots?|robots?|chatbots?|automated|machines?|auto ?repl)(?! (?:in|on) my)/,
  /\b(?:don'?t|dont|do not|not|done|hate|sick|tired|fed up|enough)\b[^,]{0,22}\b(?:bots?|robots?|chatbots?|machines?|automated)\b(?! (?:traffic|in my|on my|for my))/,
  /\b(?:stupid|useless|dumb|damn|fucking|bloody|silly) (?:bots?|robots?|chatbots?|ai|machine)\b|\b(?:bot|robot|chatbot) is (?:so |really |just )?(?:useless|stupid|dumb|rubbish|no help)/,
  /^(?:wait )?(?:you'?re|you are|are you|is this|am i (?:talking|speaking) (?:to|with)) (?:just |even |only )?(?:an? )?(?:real|human|bot|robot|machine|chatbot|person)\b/,
  // call me
  /^(?:please |pls |kindly |just )?(?:someone |somebody )?(?:please )?(?:call|phone|ring|contact) (?:me|us)\b(?! (?:maybe|when|if|once|after))|\b(?:call|ring|phone) me back\b|\bcallback please|^(?:please )?(?:give|get) (?:me|us) a (?:call|ring)(?: back)?\b/,
  /\b(?:can|could|would|will|have|let|need|want|ask|get)\b[^,]{0,8}\b(?:someone|somebody|anyone|a person|a human|an agent|your team|one of your)\b[^,]{0,20}\b(?:call|contact|phone|ring|help|look|check|review|answer|assist|reply|respond|handle|get back)\b(?! buyers?)/,
  // escalate
  /^(?:please |pls |can you |could you )?escalate\b/,
  /\b(?:reach|contact|call|message)\b (?:to |with )?(?:an? |your |the |any )?(?:(?:real|live|actual|human) )*(?:human|person|agent|representative|operator|customer (?:service|support|care)|support|staff|somebody|someone from)\b(?! (?:hours|phone))/,
  /^(?:please )?(?:transfer|connect|escalate) (?:me|us|this)\b/,
  /\blet me (?:talk|speak) (?:to|with) (?:them|him|her|you guys)\b/,
  /\b(?:let|get) me (?:talk|speak|to) (?:to|with)? ?(?:your|the|a) (?:manager|supervisor|boss)|\bget me your (?:manager|boss|supervisor)/,
  /\b(?:actual|real|live) (?:human|person|human being)(?: being)?(?: please|$)|\ba human(?: being)? (?:look|check|review|help|answer)/,
  /\b(?:open|have|get) [^,]{0,20}\bfor an? (?:human|person|agent) to\b|\bhuman (?:to|can) (?:check|look|help|review)/,
  /^a person not a (?:machine|bot|robot)/,
];

const DENIES: readonly RegExp[] = [
  /\b(?:don'?t|dont|do not|didn'?t|won'?t|no longer) (?:need|want|transfer|connect|put|give|escalate|get|ask|require|wish)\b(?![^,]{0,30}\b(?:bots?|robots?|chatbots?|machines?|automated)\b)/,
  /\b(?:human|person|agent|rep|someone) (?:i|we|who|that) (?:talked|spoke|chatted|helped|fixed)/,
  /\bno need\b|\bno (?:humans?|agents?|person) needed|^no (?:human|agent|person)$|\bnot (?:asking|looking|want|need)|\bnever mind\b|\brather not\b|\bwithout (?:an? )?(?:human|agent|person)\b/,
  /\b(?:my|their|his|her|an?) (?:agency|talent)|\bmy (?:agent|rep|manager|operator)\b/,
  /\b(?:fake|someone claiming|pretend|scammer|impersonat)/,
  /\b(?:agent|support|representative|person|someone|rep) (?:told|said|says|promised|reported|stole|copied|logged|is (?:using|reporting))\b/,
  /\bmy (?:customer service|support) (?:staff|team|agent|role)\b|\bcustomer service (?:role|staff|hours|rating|score|phone|performance)/,
];

/** Who complains that nobody comes has denied nothing: why won't you connect me to an agent. */
const INSISTS =
  /\b(?:why|if|unless|until|you|u|still|never)\b(?: you)? (?:do(?:n'?t| not)|did(?:n'?t| not)|won'?t|will not|can'?t|cannot|have(?:n'?t| not))(?: you)?(?: just| ever| even)? (?:transfer|connect|put|give|get|escalate|let)(?:red|ed|ten)?\b[^,]{0,30}\b(?:humans?|person|agent|representative|rep|operator|someone|somebody|supervisor|manager)\b/;

/** @param clause as `clausesOf` gives them */
export const asksInEnglish = (clause: string): boolean =>
  INSISTS.test(clause) ||
  (!DENIES.some((pattern) => pattern.test(clause)) && ASKS.some((pattern) => pattern.test(clause)));
