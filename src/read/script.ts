/**
 * Pages that a mirror site converted to traditional script (預算 for 预算), with the readings that some add to characters that
 * have several: 經(jīng)費(fèi). Everything right of here knows simplified script alone.
 */

/** Characters of every disclosure, each in both scripts. */
const TRADITIONAL = /[預決費財經務開單萬項類總計農業縣區與為機關購車運護較長減員們]/g;
const SIMPLIFIED = /[预决费财经务开单万项类总计农业县区与为机关购车运护较长减员们]/g;

/** A name in the other script makes no page of it: of so many characters that tell, most must. */
const FEWEST = 10;

export function isTraditional(text: string): boolean {
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  return traditional >= FEWEST && traditional > (text.match(SIMPLIFIED)?.length ?? 0);
}

/** `(jīng)` behind a character: how it is read. */
const READING =
  /(?<=\p{Script=Han})[(（](?=[a-zɡü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ])\p{Ll}{1,7}[)）]/gu;

/** The text in simplified script, without readings; its lines stay where they are. */
export async function simplified(text: string): Promise<string> {
  const { Converter } = await import("opencc-js/t2cn");
  return Converter({ from: "t", to: "cn" })(text.replace(READING, ""));
}
