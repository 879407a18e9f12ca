import { Button, Tooltip } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { useFormTexts } from './form-texts.js';

/** Says that the nature was only guessed, and lets who knows say that it was guessed right. */
export function NatureMark({ ticket, onConfirm }: { ticket: TicketView; onConfirm: () => void }) {
  const texts = useFormTexts();
  if (ticket.natureBy !== 'rules') return null;
  return (
    <>
      <Tooltip title={texts('guessedHint')}>
        <span className="badge">{texts('guessed')}</span>
      </Tooltip>
      {ticket.allowed.edit && (
        <Button size="small" type="link" className="nature-confirm" onClick={onConfirm}>
          {texts('guessedRight')}
        </Button>
      )}
    </>
  );
}
