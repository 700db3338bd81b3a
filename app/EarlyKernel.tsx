import { earlyScript } from "../workers/early";

/** Begins with the kernel before the page's scripts are here; for the beginning of a page that is read without them. */
export const EarlyKernel = () => <script dangerouslySetInnerHTML={{ __html: earlyScript }} />;
