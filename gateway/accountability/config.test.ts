import { expect, it } from 'vitest';
import { leesLogboekConfig } from './config.ts';

it('has defaults for all but the key', () => {
  expect(leesLogboekConfig({ LOGBOEK_SLEUTEL_FILE: '/run/nu.hex, /run/eerder.hex' })).toEqual({
    dir: 'var/logboek',
    registerDir: 'schema/verwerkingen',
    stromenDir: 'schema/gegevensstromen',
    maxBytes: 16_777_216,
    fsync: 'per-batch',
    retention: {
      verwerkingen: { profiel: 'werkplein-verwerkingen', dagen: 1_095 },
      audit: { profiel: 'werkplein-audit', dagen: 1_095 },
    },
    sleutelFiles: ['/run/nu.hex', '/run/eerder.hex'],
    ondertekensleutelFile: undefined,
    schrijfTimeoutMs: 2_000,
    otlp: undefined,
  });
});

it('sends to a collector over TLS, or on this machine', () => {
  const met = (url: string) => leesLogboekConfig({ LOGBOEK_SLEUTEL_FILE: 'x', LOGBOEK_OTLP_URL: url }).otlp;
  expect(met('https://collector.example')?.url.href).toBe('https://collector.example/');
  expect(met('http://127.0.0.1:4318')?.url.port).toBe('4318');
  expect(() => met('http://collector.example')).toThrow('must be https, or on this machine');
});

it('tells every problem at once', () => {
  const env = { LOGBOEK_FSYNC: 'nooit', LOGBOEK_AUDIT_DAGEN: '0', LOGBOEK_SLEUTEL_FILE: 'x,' };
  expect(() => leesLogboekConfig(env)).toThrow(
    /LOGBOEK_FSYNC[\s\S]*LOGBOEK_AUDIT_DAGEN[\s\S]*LOGBOEK_SLEUTEL_FILE: must be paths/,
  );
});
