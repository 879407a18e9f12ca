import { Modal, type ModalProps } from 'antd';

/**
 * A dialog in which one types: the cursor stands in its first field, or where there is none on what is to be read first. antd puts it on the cross where nothing moves, as then the
 * field is not to be seen yet when it asks for the focus.
 */
export function Dialog({ children, ...props }: ModalProps) {
  return (
    <Modal {...props}>
      <div ref={focusField}>{children}</div>
    </Modal>
  );
}

function focusField(body: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (!body || body.contains(document.activeElement)) return;
    const field = body.querySelector<HTMLElement>('input:not([type="checkbox"]), textarea');
    (field ?? body.querySelector<HTMLElement>('[tabindex="-1"]'))?.focus();
  });
}
