/** In place of Vite's helper, which looks after styles of parts that are loaded later: ours have none. */
export const __vitePreload = <Part>(load: () => Promise<Part>): Promise<Part> => load();
