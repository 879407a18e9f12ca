import { REPLY_VARIABLES } from '../../../../contract/index.js';
import { defineTexts } from '../../i18n/texts.js';

const useTexts = defineTexts(
  {
    variables: '可用的变量，发送前会换成工单里的内容：',
    'customer.name': '客户称呼',
    'ticket.number': '客户知道的单号',
    'agent.name': '您的名字',
    'shop.name': '店铺名称',
    'ticket.promised_at': '承诺的时间',
    missing: '工单里没有的内容会标出来，填好之后才能发送。',
  },
  {
    variables: 'Variables, filled from the case before it is sent:',
    'customer.name': 'what the customer is called',
    'ticket.number': 'the number they know',
    'agent.name': 'your name',
    'shop.name': 'their shop',
    'ticket.promised_at': 'the time promised',
    missing: 'What the case has nothing for is marked, and must be written before it can be sent.',
  },
);

/** Which variables a reply may have, and what becomes of them. */
export function Variables() {
  const texts = useTexts();
  return (
    <div className="kept-variables">
      <p>{texts('variables')}</p>
      <ul>
        {REPLY_VARIABLES.map((variable) => (
          <li key={variable}>
            <code>{`{{${variable}}}`}</code> {texts(variable)}
          </li>
        ))}
      </ul>
      <p>{texts('missing')}</p>
    </div>
  );
}
