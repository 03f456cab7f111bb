import { describe, expect, it } from '@jest/globals';
import { renderMetrics } from './metrics.ts';

describe('metrics', () => {
  it('are OpenMetrics text that ends as it must', async () => {
    const { contentType, text } = await renderMetrics([
      { name: 'laurel_stuck_cases', help: 'Cases', labels: { class: 'OVERDUE' }, value: 3 },
      { name: 'laurel_stuck_cases', help: 'Cases', labels: { class: 'NO_WORKER' }, value: 0 },
      { name: 'laurel_open_nominations', help: 'Open', value: 12 },
    ]);
    expect(contentType).toContain('application/openmetrics-text');
    expect(text).toContain('laurel_stuck_cases{class="OVERDUE"} 3');
    expect(text).toContain('laurel_open_nominations 12');
    expect(text.trimEnd().endsWith('# EOF')).toBe(true);
    expect(text.match(/# TYPE laurel_stuck_cases/g)).toHaveLength(1);
  });
});
