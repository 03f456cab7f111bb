import { describe, expect, it } from '@jest/globals';
import { searchWords } from './search-text.ts';

describe('searchWords', () => {
  it('drops diacritics and case, đ included', () => {
    expect(searchWords('Đỗ Thanh  Quỳnh', undefined, '12/TTr-UBND')).toBe('do thanh quynh 12/ttr-ubnd');
  });

  it('reads composed and decomposed letters alike', () => {
    expect(searchWords('Bùi Mỹ Vân'.normalize('NFD'))).toBe(searchWords('Bùi Mỹ Vân'.normalize('NFC')));
  });
});
