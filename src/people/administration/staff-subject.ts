/** How the audit log names a person of the staff. */
export const staffSubject = ({ id, name }: { id: string; name: string }) => ({ kind: 'staff', id, label: name });
