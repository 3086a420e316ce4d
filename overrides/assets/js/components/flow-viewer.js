/** Look at a flowchart: bigger, smaller, over the whole screen; and keep it as a picture. */
const LEAST_LETTERS = 12.01; // px, on a phone; a hair more than 12, for rounding
const NOTE_LETTERS = 13; // px, the smallest in the drawing: the conditions on its arrows
const NARROW = "(max-width: 600px)";
const LEAST_FIT = 0.8; // a chart little wider than the page is shown whole, its letters still above 10 px
const STEP = 1.25;
const MOST = 4;
const LARGEST_SIDE = 8192; // px, what every browser can draw

export class FlowViewer {
  static moduleName = "hb-flow";

  constructor(root) {
    this.root = root;
    this.chart = root.querySelector(".hb-flow__chart");
    this.canvas = root.querySelector(".hb-flow__canvas");
    if (!this.canvas) return;
    this.svg = this.canvas.querySelector("svg");
    this.width = Number(this.svg.getAttribute("width"));
    this.height = Number(this.svg.getAttribute("height"));
    this.scale = 1;
    this.bar = this.toolbar();
    this.chart.insertBefore(this.bar, this.canvas);
    root.classList.add("hb-flow--live");
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    this.canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.canvas.addEventListener("pointerdown", (event) => this.drag(event));
    this.canvas.addEventListener("click", (event) => this.click(event), true);
    const narrow = matchMedia(NARROW);
    const outline = root.querySelector(".hb-flow__outline");
    if (narrow.matches && !root.querySelector(".hb-wizard")) outline.open = true;
    this.fit();
  }

  toolbar() {
    const bar = document.createElement("div");
    bar.className = "hb-flow__bar";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "看图");
    const button = (name, words, title, act) => {
      const made = bar.appendChild(document.createElement("button"));
      made.type = "button";
      made.className = `hb-flow__button hb-flow__button--${name}`;
      made.textContent = words;
      if (title) {
        made.title = title;
        made.setAttribute("aria-label", title);
      }
      made.addEventListener("click", act);
      return made;
    };
    this.opener = button("full", "全屏查看", "", () => this.toggle());
    button("in", "＋", "放大（按 + 键）", () => this.zoom(this.scale * STEP));
    button("out", "−", "缩小（按 - 键）", () => this.zoom(this.scale / STEP));
    button("reset", "1:1", "1:1 原来的大小（按 0 键）", () => this.zoom(1));
    button("svg", "存为 SVG", "", () => this.saveSvg());
    button("png", "存为 PNG", "", () => this.savePng());
    return bar;
  }

  /** Show a chart that is little wider than the page as a whole. */
  fit() {
    const scale = this.canvas.clientWidth / this.width;
    this.zoom(scale >= LEAST_FIT && scale < 1 ? scale : 1, 0, 0);
  }

  /** Scale the drawing, keeping a point of the canvas where it is. */
  zoom(scale, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
    const least = matchMedia(NARROW).matches ? LEAST_LETTERS / NOTE_LETTERS : 0.4;
    const next = Math.min(Math.max(scale, least), MOST);
    const ratio = next / this.scale;
    const { scrollLeft, scrollTop } = this.canvas;
    this.scale = next;
    this.svg.setAttribute("width", this.width * next);
    this.svg.setAttribute("height", this.height * next);
    this.canvas.scrollLeft = (scrollLeft + x) * ratio - x;
    this.canvas.scrollTop = (scrollTop + y) * ratio - y;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const scale = { "+": this.scale * STEP, "=": this.scale * STEP, "-": this.scale / STEP, 0: 1 }[event.key];
    if (!scale) return;
    event.preventDefault();
    this.zoom(scale);
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = this.canvas.getBoundingClientRect();
    this.zoom(this.scale * Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top);
  }

  /** Move the drawing with the mouse; a finger scrolls it anyway. */
  drag(event) {
    if (event.pointerType === "touch" || event.button !== 0) return;
    const { scrollLeft, scrollTop } = this.canvas;
    const move = ({ clientX, clientY }) => {
      this.dragged = this.dragged || Math.hypot(clientX - event.clientX, clientY - event.clientY) > 4;
      this.canvas.scrollLeft = scrollLeft - clientX + event.clientX;
      this.canvas.scrollTop = scrollTop - clientY + event.clientY;
    };
    const stop = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
      removeEventListener("pointercancel", stop);
    };
    this.dragged = false;
    event.preventDefault(); // or the browser drags a link
    this.canvas.focus({ preventScroll: true });
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
  }

  /** The end of a drag is no click; a link leads out of the full screen. */
  click(event) {
    if (!event.target.closest("a")) return;
    if (this.dragged) {
      this.dragged = false;
      event.preventDefault();
      event.stopPropagation();
    } else if (this.dialog) {
      this.close();
    }
  }

  toggle() {
    if (this.dialog) this.close();
    else this.open();
  }

  /** Move the chart into a dialog; where the browser knows none, into a layer over the page. */
  open() {
    const dialog = document.createElement("dialog");
    dialog.className = "hb-flow__dialog";
    dialog.setAttribute("aria-label", this.canvas.getAttribute("aria-label"));
    this.dialog = dialog;
    this.place = document.createComment("");
    this.chart.before(this.place);
    this.root.appendChild(dialog).appendChild(this.chart);
    if (dialog.showModal) {
      dialog.addEventListener("close", () => this.close());
      dialog.showModal();
    } else {
      dialog.setAttribute("open", "");
      dialog.setAttribute("role", "dialog");
      dialog.classList.add("hb-flow__dialog--layer");
      dialog.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    }
    this.opener.textContent = "退出全屏";
    this.zoom(Math.min((this.canvas.clientWidth - 8) / this.width, 1), 0, 0);
    this.canvas.focus();
  }

  close() {
    const dialog = this.dialog;
    if (!dialog) return;
    this.dialog = null;
    this.place.replaceWith(this.chart);
    if (dialog.close && dialog.open) dialog.close();
    dialog.remove();
    this.opener.textContent = "全屏查看";
    this.fit();
    this.opener.focus();
  }

  /** The drawing as a file of its own: black on white, without links, which lead nowhere from there. */
  file() {
    const copy = this.svg.cloneNode(true);
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const node of [copy, ...copy.querySelectorAll("[class]")]) node.removeAttribute("class");
    copy.setAttribute("width", this.width);
    copy.setAttribute("height", this.height);
    const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const [x, y, width, height] = copy.getAttribute("viewBox").split(" ");
    for (const [name, value] of Object.entries({ x, y, width, height, fill: "#fff" })) ground.setAttribute(name, value);
    copy.insertBefore(ground, copy.querySelector("defs, g"));
    return new XMLSerializer().serializeToString(copy);
  }

  saveSvg() {
    this.save(new Blob([this.file()], { type: "image/svg+xml" }), "svg");
  }

  /** Paint the drawing; from a data: address, because pages opened from a folder may not read others. */
  savePng() {
    const image = new Image();
    const scale = Math.min(2, LARGEST_SIDE / Math.max(this.width, this.height));
    image.onload = () => {
      const sheet = document.createElement("canvas");
      sheet.width = Math.ceil(this.width * scale);
      sheet.height = Math.ceil(this.height * scale);
      sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
      sheet.toBlob((blob) => this.save(blob, "png"));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.file())}`;
  }

  save(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${this.canvas.getAttribute("aria-label").replace(/[\\/:*?"<>|]/g, "")}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}
