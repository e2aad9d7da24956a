/**
 * Threads of the local cloud. Their files are TypeScript. A thread that strips the types itself loads a compiler
 * for that: some 8 MB and 50 ms each, and there are dozens of them. Node's compile cache keeps the stripped text
 * beside the compiled code, so only the first thread of a folder loads the compiler.
 */
import { Worker, type WorkerOptions } from 'node:worker_threads';

export interface ThreadOptions extends Pick<WorkerOptions, 'workerData' | 'resourceLimits'> {
  readonly env: NodeJS.ProcessEnv;
  /** Folder of what was compiled before; it need not be there. */
  readonly compileCache: string;
}

export const openThread = (file: URL, { env, compileCache, ...options }: ThreadOptions): Worker =>
  new Worker(file, {
    ...options,
    env: { ...env, NODE_COMPILE_CACHE: compileCache },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
