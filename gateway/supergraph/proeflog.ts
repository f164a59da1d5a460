import { createLogger, type Logger } from '../../subgraphs/kit/index.ts';

/** The log of a test: its lines without time, component and stack of an error. */
export function createProeflog(): { readonly logger: Logger; readonly regels: Record<string, unknown>[] } {
  const regels: Record<string, unknown>[] = [];
  const logger = createLogger('proef', {
    level: 'info',
    destination: {
      write: (tekst) => {
        const {
          time: _time,
          component: _component,
          error: _error,
          ...regel
        } = JSON.parse(tekst) as Record<string, unknown>;
        regels.push(regel);
      },
    },
  });
  return { logger, regels };
}
