import { describe, expect, it } from '@jest/globals';
import { cleanPasted } from './paste';

describe('what is pasted', () => {
  it('leaves scripts, styles, pictures of behaviour and foreign attributes behind', () => {
    const pasted = '<p class="x" style="color:red" onclick="bad()">Harga<script>bad()</script></p><style>p{}</style>';
    expect(cleanPasted(pasted)).toBe('<p>Harga</p>');
  });

  it('keeps a link to the web and drops one that runs', () => {
    const pasted = '<a href="https://a.id">a</a><a href="javascript:bad()">b</a>';
    expect(cleanPasted(pasted)).toBe('<a href="https://a.id">a</a><a>b</a>');
  });

  it('keeps bold and italic which an office program wrote as style', () => {
    const pasted =
      '<b style="font-weight:normal"><span style="font-weight:700">T</span><span style="font-style:italic">m</span></b>';
    expect(cleanPasted(pasted)).toBe('<span><strong>T</strong></span><span><em>m</em></span>');
  });

  it('keeps a mention of ours and makes words of any other', () => {
    const id = 'person:0190a6e0-0000-7000-8000-000000000001';
    const mention = (of: string) => `<span data-type="mention" data-id="${of}" data-label="Sari">@Sari</span>`;
    expect(cleanPasted(mention(id))).toBe(mention(id));
    expect(cleanPasted(mention('x'))).not.toContain('data-id');
  });
});
