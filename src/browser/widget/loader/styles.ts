export const PHONE = '(max-width:480px),(max-height:480px)';

/**
 * Lives in a shadow root by a constructed sheet: nothing of the page reaches in, and its content policy is not in the
 * way. Short names, for size: l launcher, n unread, p panel, w what is shown while waiting, z close; states o open, r ready.
 */
export const css = `:host{all:initial;position:fixed;font:15px system-ui,sans-serif}
button{font:inherit;cursor:pointer;border:0;background:var(--c);color:var(--i);min-width:44px;height:44px;padding:0 14px;border-radius:28px}
:focus-visible{outline:3px solid #1d6fe0;outline-offset:3px}
.l,.p{position:fixed;right:20px;bottom:20px;box-shadow:0 4px 32px #0004}
.left>*{right:auto;left:20px}
.l{width:56px;height:56px}
.l:before{content:"";display:block;height:28px;background:var(--i);clip-path:path(evenodd,"M14 0l11 9H3zM5 10h18l-3 14H8zM14 12q-7 8 0 9 7-1 0-9M7 25h14v3H7z")}
.o .l:before{clip-path:path("M6 4l8 8 8-8 2 2-8 8 8 8-2 2-8-8-8 8-2-2 8-8-8-8z")}
.n:not(:empty){position:absolute;top:-3px;right:-3px;min-width:20px;border-radius:28px;background:#c22;color:#fff}
.p{bottom:90px;width:396px;height:min(700px,100vh - 110px);border-radius:20px;overflow:hidden;visibility:hidden;opacity:0;translate:0 14px}
.p:last-child{bottom:20px}
.o .p{visibility:visible;opacity:1;translate:0}
.w,iframe{position:absolute;width:100%;height:100%;border:0}
.w{z-index:1;display:grid;place-content:center;justify-items:center;color-scheme:light dark;background:canvas;color:canvastext}
.r .w{display:none}
.z{position:absolute;right:0;background:0;color:inherit}
@media ${PHONE}{.p.p.p{inset:0;width:100%;height:100%;border-radius:0}.o .l{display:none}}
@media (prefers-reduced-motion:no-preference){.p{transition:.2s}}`;
