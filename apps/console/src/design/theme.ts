import type { ThemeConfig } from 'antd';
import { colour, face } from './tokens.ts';

/** Ant Design in the palette of the house. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colour.brand,
    colorInfo: colour.brand,
    colorLink: colour.link,
    colorText: colour.ink,
    colorTextSecondary: colour.soft,
    colorTextDescription: colour.soft,
    colorTextPlaceholder: '#5f6b63',
    colorBorder: '#7c877f',
    colorBorderSecondary: colour.line,
    colorBgLayout: colour.page,
    colorError: '#a3330c',
    colorWarning: '#8a5a00',
    colorSuccess: colour.brand,
    // The grounds of messages: the tones of the house, not ones derived from dark inks.
    colorSuccessBg: colour.calm,
    colorSuccessBorder: colour.line,
    colorInfoBg: colour.calm,
    colorInfoBorder: colour.line,
    colorWarningBg: colour.good,
    colorWarningBorder: colour.line,
    colorErrorBg: colour.late,
    colorErrorBorder: colour.line,
    fontFamily: face,
    fontSize: 15,
    borderRadius: 6,
    controlHeight: 38,
    motion: false,
  },
};
