/** A page in some browser, as far as a judge needs one. */
interface Page {
  evaluate<T>(act: () => T | Promise<T>): Promise<T>;
}

/** What stands on the page around the cells, without what a reader's own notebook changes there. */
export const surroundings = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll(
      "[data-cell], script, iframe[hidden], [data-testid=kernel], [data-offline], [data-editor-widgets], #js-plotly-tester",
    ))
      part.remove();
    const shapes = [...copy.querySelectorAll("*")].map((element) => `${element.tagName}.${element.className}`);
    const { attributes } = document.documentElement;
    return [document.title, [...attributes].map(({ name, value }) => name + value), ...shapes];
  });

/** Presses whatever in the cells leads somewhere. */
export const pressAll = (page: Page) =>
  page.evaluate(() => {
    for (const link of document.querySelectorAll<HTMLElement>("[data-cell] [data-press], [data-cell] a")) link.click();
  });

/** Everything that this browser keeps for the site, databases with all that is in them: one text. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const contents = async (name: string) => {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => done(open.result);
        open.onerror = () => fail(open.error);
      });
      const all = <T>(ask: IDBRequest<T>) => new Promise<T>((done) => (ask.onsuccess = () => done(ask.result)));
      const stores = [...database.objectStoreNames].sort().map(async (store) => {
        const held = database.transaction(store).objectStore(store);
        return [store, await all(held.getAllKeys()), await all(held.getAll())];
      });
      const found = await Promise.all(stores);
      database.close();
      return [name, found];
    };
    const names = (await indexedDB.databases()).map(({ name }) => name!).sort();
    const databases = await Promise.all(names.map(contents));
    return JSON.stringify([databases, Object.entries(localStorage).sort(), await caches.keys(), document.cookie]);
  });

/** Milliseconds until the page has drawn and done a step of its own. */
export const aStep = (page: Page) =>
  page.evaluate(async () => {
    const from = performance.now();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - from;
  });
