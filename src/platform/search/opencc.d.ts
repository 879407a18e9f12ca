/** Traditional characters and what each is simplified to: `貨 货|錢 钱|…`; of several the commonest stands first. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
