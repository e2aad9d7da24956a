import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { openMetrics } from '../../../../lambdas/control-room/platform/metrics.gateway.ts';
import { metricsTwin } from '../../../../lambdas/control-room/platform/metrics.twin.ts';
import { getMetricData } from '../../../../local-cloud/cloudwatch/get-metric-data.ts';
import { MetricData } from '../../../../local-cloud/cloudwatch/metric-data.ts';
import { readBody } from '../../../../local-cloud/http/body.ts';
import { metricsContract } from './metrics-contract.ts';

describe('the twin', () => {
  metricsContract(async () => {
    const twin = metricsTwin();
    return { metrics: twin, measure: twin.measure };
  });
});

describe('CloudWatch, as the local cloud speaks it', () => {
  let server: Server;
  let data = new MetricData();
  const before = { ...process.env };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const body = await readBody(request, 100_000);
      const answer = getMetricData(data, JSON.parse(`${body}`));
      response.writeHead(answer.ok ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(answer.ok ? { MetricDataResults: answer.results } : { message: answer.problem }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_CLOUDWATCH: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
    });
  });
  afterAll(async () => {
    process.env = before;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  metricsContract(async () => {
    data = new MetricData();
    return {
      metrics: openMetrics(),
      measure: (metric, at, value) => data.add(metric, Math.floor(at / 60_000), value),
    };
  });
});
