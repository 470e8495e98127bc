// What today's browsers have and the declarations of TypeScript 4.8 do not know yet.

declare global {
  interface CanvasRenderingContext2D {
    roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  }
}

export {};
