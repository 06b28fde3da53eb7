import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { awaiting } from './calm';
import { Later, useLater } from './later';

const piece = { says: 'Dialog' };

function Part({ later, wanted }: { later: Later<typeof piece>; wanted: boolean }) {
  return <p>{useLater(later, wanted)?.says ?? 'Belum'}</p>;
}

const pass = (time: number) => act(() => jest.advanceTimersByTimeAsync(time));

describe('a piece for later', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is fetched at once when it is wanted', async () => {
    render(<Part later={new Later(async () => piece)} wanted />);
    await pass(0);
    expect(screen.getByText('Dialog')).toBeTruthy();
  });

  it('is fetched unasked when the page has been calm', async () => {
    render(<Part later={new Later(async () => piece)} wanted={false} />);
    await pass(300);
    expect(screen.getByText('Belum')).toBeTruthy();
    await pass(200);
    expect(screen.getByText('Dialog')).toBeTruthy();
  });

  it('holds back while somebody waits for something else', async () => {
    let arrive = () => {};
    void awaiting(new Promise<void>((resolve) => (arrive = resolve)));
    render(<Part later={new Later(async () => piece)} wanted={false} />);
    await pass(5000);
    expect(screen.getByText('Belum')).toBeTruthy();
    arrive();
    await pass(3000);
    expect(screen.getByText('Dialog')).toBeTruthy();
  });

  it('is there at once the second time', async () => {
    const later = new Later(async () => piece);
    await later.fetch();
    render(<Part later={later} wanted={false} />);
    expect(screen.getByText('Dialog')).toBeTruthy();
  });

  it('is fetched anew after a fetch that failed', async () => {
    const fetch = jest.fn<() => Promise<typeof piece>>().mockRejectedValueOnce(new TypeError('gone'));
    const later = new Later(fetch.mockResolvedValue(piece));
    await expect(later.fetch()).rejects.toThrow('gone');
    await later.fetch();
    expect(later.current()).toBe(piece);
  });
});
