/** `natural` types its folders, not their files; loading a whole folder costs ten times as long. */
declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const porterStemmer: { stem(word: string): string };
  export default porterStemmer;
}
