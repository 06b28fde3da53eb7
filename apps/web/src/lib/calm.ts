/** How long nobody has waited for anything before the page fetches what may be wanted later, in milliseconds. */
const calm = 400;

let awaited = 0;
let lastCame = 0;

/** Marks what somebody waits for right now. What is for later holds back meanwhile. */
export function awaiting<T>(coming: Promise<T>): Promise<T> {
  awaited += 1;
  return coming.finally(() => {
    awaited -= 1;
    lastCame = performance.now();
  });
}

/** Acts once the page stands and nobody waits; answers how to give that up. */
export function whenCalm(act: () => void): () => void {
  const look = () => {
    const quiet = performance.now() - lastCame;
    if (awaited === 0 && quiet >= calm) act();
    else timer = setTimeout(look, awaited > 0 ? calm : calm - quiet);
  };
  let timer = setTimeout(look, calm);
  return () => clearTimeout(timer);
}
