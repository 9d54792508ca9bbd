import { describe, expect, it } from 'vitest';
import { namesThatFit } from '@/components/paper/authors';

describe('authors on one line', () => {
  const names = ['A. Author', 'B. Author', 'C. Author'];

  it('shows all of them where they fit', () => {
    expect(namesThatFit(names, 31)).toBe(3);
  });

  it('leaves room for the count of those left over', () => {
    expect(namesThatFit(names, 30)).toBe(2);
    expect(namesThatFit(names, 23)).toBe(1);
  });

  it('shows at least one, however long', () => {
    expect(namesThatFit(names, 3)).toBe(1);
    expect(namesThatFit([], 3)).toBe(0);
  });
});
