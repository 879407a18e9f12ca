const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '司徒',
  '令狐',
  '夏侯',
];

/**
 * What a customer learns of a colleague's name: the first word, or a Chinese name without the surname (陈晓明 → 晓明,
 * 王芳 → 小芳).
 */
export function firstName(name: string): string {
  const [first = ''] = name.trim().split(/\s+/);
  if (!/^\p{Script=Han}{2,4}$/u.test(first)) return first;
  const surname = COMPOUND_SURNAMES.find((compound) => first.startsWith(compound) && first.length > 2);
  const given = first.slice(surname?.length ?? 1);
  return given.length === 1 ? `小${given}` : given;
}
