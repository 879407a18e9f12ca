/** Says of files what the server would say, before they are sent. */
export function checkFiles(form: HTMLFormElement): void {
  const field = form.elements.namedItem('files') as HTMLInputElement;
  const problem = form.querySelector('[data-problem]');
  const { over = '', many = '', bytes = '', files = '' } = form.dataset;

  const wrong = () => {
    const chosen = [...(field.files ?? [])];
    const large = chosen.find(({ size }) => size > Number(bytes));
    if (large) return over.replace('{name}', large.name);
    const kept = form.querySelectorAll('[name="attachment"]:checked').length;
    return chosen.length + kept > Number(files) ? many : '';
  };

  form.addEventListener('change', () => {
    const words = wrong();
    field.setCustomValidity(words);
    if (problem) problem.textContent = words;
  });
}
