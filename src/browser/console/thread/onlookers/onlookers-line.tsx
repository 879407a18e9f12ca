import { EditOutlined, EyeOutlined } from '@ant-design/icons';
import type { OnlookerView } from '../../../../contract/index.js';
import { useOnlookerTexts } from './texts.js';
import { useOnlookers } from './use-onlookers.js';
import './onlookers.css';

const FACES = 3;

/** Who else has this case on their screen, and who is writing to its customer at this moment. */
export function OnlookersLine({ conversationId }: { conversationId: string | undefined }) {
  const texts = useOnlookerTexts();
  const onlookers = useOnlookers(conversationId);
  const typing = onlookers.filter(({ isTyping }) => isTyping);
  const looking = onlookers.filter(({ isTyping }) => !isTyping);
  const names = (people: OnlookerView[]) => people.map(({ name }) => name).join(texts('and'));
  return (
    <div role="status">
      {onlookers.length > 0 && (
        <div className={typing.length > 0 ? 'onlookers onlookers-typing' : 'onlookers'}>
          <span className="onlookers-faces" aria-hidden>
            {onlookers.slice(0, FACES).map(({ staffId, name }) => (
              <span key={staffId} className="onlookers-face">
                {shortOf(name)}
              </span>
            ))}
          </span>
          <span className="onlookers-words">
            {typing.length > 0 && (
              <strong>
                <EditOutlined aria-hidden /> {texts('typing', { names: names(typing) })}
              </strong>
            )}
            {looking.length > 0 && (
              <span>
                <EyeOutlined aria-hidden /> {texts('looking', { names: names(looking) })}
              </span>
            )}
          </span>
        </div>
      )}
    </div>
  );
}

/** 林晓 → 晓; Grace Chen → GC. */
function shortOf(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name].at(-1) ?? '';
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('');
}
