/** What is known of one name of the packages; see scripts/assets/describe.py, which writes it. Numbers are places in `things`. */
export type Thing = {
  kind: "module" | "class" | "function" | "method" | "property" | "value";
  /** Where it lives: "mindspore.nn.Conv2d". */
  path: string;
  doc?: string;
  /** As one writes them: "stride=1", "*", "**kwargs". */
  params?: readonly string[];
  /** Of a class: what its objects are called with. */
  callParams?: readonly string[];
  /** The class of what a call gives; of a property or a value, its own class. */
  gives?: number;
  /** The class of what calling an object of this class gives. */
  calls?: number;
  members?: { readonly [name: string]: number };
  /** Classes that members are looked up in, after its own. */
  bases?: readonly number[];
  /** A value, as Python prints it. */
  text?: string;
};

/** Every public name of the packages that cells import, and of Python itself. */
export type Surface = {
  roots: { readonly [name: string]: number };
  things: readonly Thing[];
  modules: readonly string[];
};

const nothing: Surface = { roots: {}, things: [], modules: [] };
let loading: Promise<Surface> | undefined;

/** The surface as the build has written it; an empty one where it can't be had. */
export function loadSurface(): Promise<Surface> {
  loading ??= fetch(`${process.env.BASE_PATH ?? ""}/kernel/surface.json`)
    .then((response) => (response.ok ? (response.json() as Promise<Surface>) : nothing))
    .catch(() => {
      loading = undefined; // the next asker tries again
      return nothing;
    });
  return loading;
}
