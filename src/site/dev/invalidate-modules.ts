import type { DevEnvironment, EnvironmentModuleNode, RunnableDevEnvironment } from 'vite';

/** Lets modules of the server be compiled and run again when they are asked for; those who import them, too. @param timestamp milliseconds */
export function invalidateModules(environment: DevEnvironment, modules: readonly EnvironmentModuleNode[], timestamp: number): void {
  const invalid = new Set<EnvironmentModuleNode>();
  for (const module of modules) environment.moduleGraph.invalidateModule(module, invalid, timestamp, true);
  if (!('runner' in environment)) return;
  const { evaluatedModules } = (environment as RunnableDevEnvironment).runner;
  for (const { id } of invalid) {
    const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
    if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
  }
}
