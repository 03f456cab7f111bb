import { describe, expect, it } from '@jest/globals';
import { filesOfForm } from './multipart.ts';

async function encoded(form: FormData): Promise<{ type: string; body: Buffer }> {
  const response = new Response(form);
  return { type: response.headers.get('content-type') ?? '', body: Buffer.from(await response.arrayBuffer()) };
}

describe('filesOfForm', () => {
  it('reads every file with its field, name, type and bytes', async () => {
    const form = new FormData();
    const bytes = new Uint8Array([0, 13, 10, 45, 45, 255]);
    form.append('remark', 'no file');
    form.append('report', new File([bytes], 'báo "cáo".pdf', { type: 'application/pdf' }));
    form.append('photo', new File(['x'], 'a.png', { type: 'image/png' }));
    const { type, body } = await encoded(form);
    expect(filesOfForm(type, body)?.map((file) => [file.field, file.name, file.type, [...file.bytes]])).toEqual([
      ['report', 'báo "cáo".pdf', 'application/pdf', [0, 13, 10, 45, 45, 255]],
      ['photo', 'a.png', 'image/png', [120]],
    ]);
  });

  it('knows what is no form, and leaves out what was cut off', () => {
    expect(filesOfForm('multipart/form-data', Buffer.from('x'))).toBeNull();
    expect(filesOfForm('multipart/form-data; boundary=b', Buffer.from('other'))).toBeNull();
    expect(
      filesOfForm(
        'multipart/form-data; boundary=b',
        Buffer.from('--b\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\ncut'),
      ),
    ).toEqual([]);
  });
});
