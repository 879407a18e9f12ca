/** What is wrong with a field of the door; keeps its place, so that nothing jumps. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="login-field-error" role={text ? 'alert' : undefined}>
      {text}
    </p>
  );
}
