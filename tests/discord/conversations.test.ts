import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Conversations } from '../../src/discord/conversations.js';

const answer = (topic: string) => ({ speakers: [], named: [], article: null, topic });

describe('conversations', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keep the last answer of each person in each channel', () => {
    const kept = new Conversations();
    kept.keep('ada', 'news', answer('bridge'));
    kept.keep('ada', null, answer('olives'));
    kept.keep('ada', 'news', answer('toll'));
    expect(kept.last('ada', 'news')?.topic).toBe('toll');
    expect(kept.last('ada', null)?.topic).toBe('olives');
    expect(kept.last('ben', 'news')).toBeNull();
    expect(kept.last('ada', 'sport')).toBeNull();
  });

  it('forget after five minutes, counted from the last answer', () => {
    const kept = new Conversations();
    kept.keep('ada', 'news', answer('bridge'));
    vi.advanceTimersByTime(4 * 60_000);
    kept.keep('ada', 'news', answer('toll'));
    vi.advanceTimersByTime(4 * 60_000);
    expect(kept.last('ada', 'news')?.topic).toBe('toll');
    vi.advanceTimersByTime(60_000);
    expect(kept.last('ada', 'news')).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('forget the oldest where there are more than a thousand', () => {
    const kept = new Conversations();
    for (let n = 0; n <= 1000; n++) kept.keep(`person ${n}`, 'news', answer('bridge'));
    expect(kept.last('person 0', 'news')).toBeNull();
    expect(kept.last('person 1', 'news')).not.toBeNull();
    expect(vi.getTimerCount()).toBe(1000);
  });
});
