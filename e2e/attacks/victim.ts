/** What a reader's page has to lose, planted in it: runs in the page. */
export async function plant(): Promise<void> {
  localStorage.setItem("secret", "SECRET");
  document.cookie = "secret=SECRET";
  await new Promise<void>((done) => {
    const open = indexedDB.open("victim", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("notes");
    open.onsuccess = () => {
      const write = open.result.transaction("notes", "readwrite");
      write.objectStore("notes").put("SECRET", "secret");
      write.objectStore("notes").put("mine", "mine");
      write.oncomplete = () => {
        open.result.close();
        done();
      };
    };
  });
  const there = <T>(work: () => Promise<T>) => work().catch(() => {}); // not every browser has each of them
  await there(async () => (await caches.open("victim")).put("/secret", new Response("SECRET")));
  await there(async () => {
    const folder = await navigator.storage.getDirectory();
    const writer = await (await folder.getFileHandle("secret", { create: true })).createWritable();
    await writer.write("SECRET");
    await writer.close();
  });
  void navigator.locks?.request("victim", () => new Promise(() => {}));
  const channel = new BroadcastChannel("victim");
  channel.onmessage = ({ data }) => {
    document.documentElement.dataset.touched = String(data);
  };
  (window as unknown as { kept: unknown[] }).kept = [channel];
}

/** Everything that was planted, as it is now: runs in the page. */
export async function inventory(): Promise<string> {
  const notes = await new Promise<string>((done) => {
    const open = indexedDB.open("victim");
    open.onsuccess = () => {
      const ask = open.result.transaction("notes").objectStore("notes").getAll();
      ask.onsuccess = () => {
        open.result.close();
        done(JSON.stringify(ask.result));
      };
    };
  });
  const { touched } = document.documentElement.dataset;
  return JSON.stringify({ notes, local: localStorage.getItem("secret"), cookie: document.cookie, touched });
}
